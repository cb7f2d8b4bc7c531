/// A revision that may serve as base, and why; the first one that the repository holds is taken.
struct BaseCandidate: Hashable {
  let name: String
  let why: String
}

/// The revision that stands for head.
struct HeadChoice: Hashable {
  let name: String
  let why: String?
  /// Whether the revision is already base and head merged, so that its tree is taken as it is.
  var isMergeResult = false
  /// The commit that links and statuses belong to, where it isn't the revision itself.
  var linkCommit: String?
}

/// The commit that is checked out.
struct CheckedOut: Hashable {
  let id: String
  let parentCount: Int
}

/// Which commits a check compares where nobody named them.
struct CommitChoice: Hashable {
  let bases: [BaseCandidate]
  /// How many of them, from the first on, the CI system named.
  let namedCount: Int
  let head: HeadChoice

  /// `event` is what the file at `GITHUB_EVENT_PATH` holds. The first system whose variables are set decides; the
  /// usual names of a main branch come last.
  init(environment: [String: String], event: String?, checkedOut: CheckedOut?) {
    let variables = Variables(environment)
    let systems: [() -> CommitChoice?] = [
      { GitHubCommits(variables: variables, event: GitHubEvent(event ?? ""), checkedOut: checkedOut).choice },
      { GitLabCommits(variables: variables).choice },
      { BitbucketCommits(variables: variables).choice },
      { AzureCommits(variables: variables, checkedOut: checkedOut).choice },
      { BuildkiteCommits(variables: variables).choice },
      { JenkinsCommits(variables: variables).choice },
    ]
    let found = systems.lazy.compactMap { $0() }.first
    bases = Self.withoutRepeats((found?.bases ?? []) + Self.usual)
    namedCount = Self.withoutRepeats(found?.bases ?? []).count
    head = found?.head ?? HeadChoice(name: "HEAD", why: nil)
  }

  init(bases: [BaseCandidate?], head: HeadChoice) {
    self.bases = bases.compactMap { $0 }
    namedCount = self.bases.count
    self.head = head
  }

  private static let usual = [
    BaseCandidate(name: "origin/HEAD", why: "the default branch of origin"),
    BaseCandidate(name: "origin/main", why: "the usual name of the main branch"),
    BaseCandidate(name: "origin/master", why: "the usual name of the main branch"),
    BaseCandidate(name: "main", why: "the usual name of the main branch"),
    BaseCandidate(name: "master", why: "the usual name of the main branch"),
  ]

  private static func withoutRepeats(_ candidates: [BaseCandidate]) -> [BaseCandidate] {
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0.name).inserted }
  }
}
