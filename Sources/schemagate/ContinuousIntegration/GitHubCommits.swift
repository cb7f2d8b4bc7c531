/// GitHub Actions: <https://docs.github.com/en/actions/reference/workflows-and-actions/variables>, and what each event
/// checks out: <https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows>
struct GitHubCommits {
  let variables: Variables
  let event: GitHubEvent
  let checkedOut: CheckedOut?

  var choice: CommitChoice? {
    guard variables.isTrue("GITHUB_ACTIONS") else { return nil }
    if variables["GITHUB_BASE_REF"] != nil { return pullRequest }
    if let group = event.mergeGroup { return mergeGroup(group) }
    if variables["GITHUB_EVENT_NAME"] == "push" { return push }
    return CommitChoice(bases: [defaultBranch], head: HeadChoice(name: "HEAD", why: nil))
  }

  /// `pull_request` checks out a merge commit that GitHub made, whose first parent is the base branch's tip.
  private var pullRequest: CommitChoice {
    let link = event.pullRequest?.head?.sha
    let branches = [variables.branch("GITHUB_BASE_REF"), baseOfEvent]
    guard isMergeCommit else {
      return CommitChoice(bases: branches, head: HeadChoice(name: "HEAD", why: nil, linkCommit: link))
    }
    let parent = BaseCandidate(name: "HEAD^1", why: "the base that GitHub merged the pull request into")
    let head = HeadChoice(
      name: "HEAD", why: "GitHub's merge of the pull request", isMergeResult: true, linkCommit: link)
    return CommitChoice(bases: [parent] + branches, head: head)
  }

  /// A workflow may check out something else, such as the pull request's own branch; `pull_request_target` stands on
  /// the base branch itself.
  private var isMergeCommit: Bool {
    guard let checkedOut, variables["GITHUB_EVENT_NAME"] != "pull_request_target" else { return false }
    return checkedOut.id == variables["GITHUB_SHA"] && checkedOut.parentCount == 2
  }

  private var baseOfEvent: BaseCandidate? {
    Variables.commit(event.pullRequest?.base?.sha).map {
      BaseCandidate(name: $0, why: "pull_request.base.sha of GitHub's event")
    }
  }

  private func mergeGroup(_ group: GitHubEvent.MergeGroup) -> CommitChoice {
    let base = Variables.commit(group.baseSha).map {
      BaseCandidate(name: $0, why: "merge_group.base_sha of GitHub's event")
    }
    let head = HeadChoice(
      name: "HEAD", why: "the merge queue's own merge", isMergeResult: true, linkCommit: group.headSha)
    return CommitChoice(bases: [base, defaultBranch], head: head)
  }

  /// What a push brings to the default branch is compared with what it held; on any other branch, with the default one.
  private var push: CommitChoice {
    let before = Variables.commit(event.before).map { BaseCandidate(name: $0, why: "before of GitHub's push event") }
    let head = HeadChoice(name: "HEAD", why: nil)
    let isDefault = event.repository?.defaultBranch.map { "refs/heads/\($0)" == variables["GITHUB_REF"] } ?? true
    return CommitChoice(bases: isDefault ? [before, defaultBranch] : [defaultBranch, before], head: head)
  }

  private var defaultBranch: BaseCandidate? {
    event.repository?.defaultBranch.map {
      BaseCandidate(name: "origin/\($0)", why: "repository.default_branch of GitHub's event")
    }
  }
}
