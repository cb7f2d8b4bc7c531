package import GitSource
package import SchemagateModel

/// Everything that one check depends on: flags, environment and configuration merged once, then frozen.
package struct CheckRequest: Sendable {
  package var generator: Report.Generator
  package var revisions: Revisions
  package var targets: [TargetDefinition]
  /// The migration folders of each target at base, as far as base's configuration names them.
  package var baseFolders: [String: [String]]
  package var policy: CheckPolicy
  /// Configured checks that this version doesn't make yet, by target.
  package var notYetChecked: [String: [NotChecked]]
  /// The command that repeats this check.
  package var command: String
  /// Which of the repository's configurations is checked.
  package var key: String
  package var notes: [String]
  /// How long one statement, or one file that is sent whole, may take.
  package var stepLimit: Duration
  /// How long all rehearsals together may take; `nil` for as long as they need.
  package var totalLimit: Duration?
  /// Only the rules that need no database.
  package var historyOnly: Bool
  /// Keep the scratch database of a failed target at the step before the failure.
  package var keep: Bool
  /// Accept other databases that aren't empty on a given server.
  package var sharedServer: Bool
  /// Our own environment, of which migration tools' programs get what is no secret.
  package var environment: [String: String]

  package init(
    generator: Report.Generator, revisions: Revisions, targets: [TargetDefinition],
    baseFolders: [String: [String]] = [:], policy: CheckPolicy, notYetChecked: [String: [NotChecked]] = [:],
    command: String, key: String = Report.usualKey, notes: [String] = [],
    stepLimit: Duration = .seconds(30), totalLimit: Duration? = nil, historyOnly: Bool = false, keep: Bool = false,
    sharedServer: Bool = false, environment: [String: String] = [:]
  ) {
    self.generator = generator
    self.revisions = revisions
    self.targets = targets
    self.baseFolders = baseFolders
    self.policy = policy
    self.notYetChecked = notYetChecked
    self.command = command
    self.key = key
    self.notes = notes
    self.stepLimit = stepLimit
    self.totalLimit = totalLimit
    self.historyOnly = historyOnly
    self.keep = keep
    self.sharedServer = sharedServer
    self.environment = environment
  }
}

/// The revisions of one check.
package struct Revisions: Sendable {
  /// `nil` where base is empty (`--all`).
  package var base: GitCommit?
  /// Its tree is the work tree's, where uncommitted files are checked.
  package var head: GitCommit
  package var mergeBase: GitCommit?
  /// Head's tree is the merge result already (a pull request's event on GitHub).
  package var headIsMergeResult: Bool
  package var baseReference: CommitReference
  package var headReference: CommitReference
  package var published: Report.Repository?

  package init(
    base: GitCommit?, head: GitCommit, mergeBase: GitCommit?, headIsMergeResult: Bool,
    baseReference: CommitReference, headReference: CommitReference, published: Report.Repository?
  ) {
    self.base = base
    self.head = head
    self.mergeBase = mergeBase
    self.headIsMergeResult = headIsMergeResult
    self.baseReference = baseReference
    self.headReference = headReference
    self.published = published
  }
}

/// The rules of one check, as base's configuration sets them.
package struct CheckPolicy: Sendable {
  package var rules: [String: RuleSetting]
  package var waivers: [LastingWaiver]
  /// Differences between base's policy and head's, one sentence each.
  package var changes: [String]
  /// Judge what base already has, too.
  package var allFindings: Bool

  package init(
    rules: [String: RuleSetting] = [:], waivers: [LastingWaiver] = [], changes: [String] = [], allFindings: Bool = false
  ) {
    self.rules = rules
    self.waivers = waivers
    self.changes = changes
    self.allFindings = allFindings
  }
}

extension Revisions {
  /// The date of head's commit, by which lasting waivers expire: `YYYY-MM-DD`, in UTC. A branch can date its commit
  /// back, but not before base's.
  var headDate: String { CalendarDate(secondsSince1970: max(head.time, base?.time ?? head.time)).text }
}
