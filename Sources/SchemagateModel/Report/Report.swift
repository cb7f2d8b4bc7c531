/// The outcome of one check: all that any rendering needs, and nothing that depends on a host name or a temporary path.
package struct Report: Hashable, Sendable {
  package var generator: Generator
  package var repository: Repository?
  package var base: CommitReference?
  package var head: CommitReference?
  package var mergeBase: String?
  package var mergedTree: String?
  package var verdict: Verdict
  package var errors: [ErrorReport]
  /// Things worth a line that belong to no target: "base equals head".
  package var notes: [String]
  /// The command that repeats this check, for example `schemagate check --base origin/main`.
  package var command: String?
  /// Which of the repository's configurations was checked: keeps their comments and statuses apart.
  package var key: String
  /// Where the check was divided among several jobs: which part this is.
  package var shard: ShardReport?
  package var targets: [TargetReport]

  package struct Generator: Hashable, Sendable, Codable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Where the repository is published, taken from its remote's URL.
  package struct Repository: Hashable, Sendable, Codable {
    package var host: String
    package var path: String
    /// `nil` where neither the host's name nor the CI system tells it.
    package var forge: Forge?

    package enum Forge: String, Hashable, Sendable, Codable {
      case gitHub = "github"
      case gitLab = "gitlab"
      case bitbucket
    }

    package init(host: String, path: String, forge: Forge? = nil) {
      self.host = host
      self.path = path
      self.forge = forge
    }
  }

  package init(
    generator: Generator, repository: Repository? = nil, base: CommitReference? = nil, head: CommitReference? = nil,
    mergeBase: String? = nil, mergedTree: String? = nil, verdict: Verdict, errors: [ErrorReport] = [],
    notes: [String] = [], command: String? = nil, key: String = Report.usualKey, shard: ShardReport? = nil,
    targets: [TargetReport] = []
  ) {
    self.generator = generator
    self.repository = repository
    self.base = base
    self.head = head
    self.mergeBase = mergeBase
    self.mergedTree = mergedTree
    self.verdict = verdict
    self.errors = errors
    self.notes = notes
    self.command = command
    self.key = key
    self.shard = shard
    self.targets = targets
  }

  /// The key where the repository has one configuration, or none.
  package static let usualKey = "default"
}

extension Report: Codable {
  /// The version of the JSON report that this program writes and reads.
  package static let formatVersion = 1

  private enum CodingKeys: String, CodingKey {
    case version, generator, repository, base, head, mergeBase, mergedTree, verdict, errors, notes, command, key
    case shard, targets
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Self.formatVersion, forKey: .version)
    try fields.encode(generator, forKey: .generator)
    try fields.encode(repository, forKey: .repository)
    try fields.encode(base, forKey: .base)
    try fields.encode(head, forKey: .head)
    try fields.encode(mergeBase, forKey: .mergeBase)
    try fields.encode(mergedTree, forKey: .mergedTree)
    try fields.encode(verdict, forKey: .verdict)
    try fields.encode(errors, forKey: .errors)
    try fields.encode(notes, forKey: .notes)
    try fields.encode(command, forKey: .command)
    try fields.encode(key, forKey: .key)
    if let shard { try fields.encode(shard, forKey: .shard) }
    try fields.encode(targets, forKey: .targets)
  }

  /// Tolerates unknown keys; another version is a `ReportVersionUnsupported`.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let version = try fields.decode(Int.self, forKey: .version)
    guard version == Self.formatVersion else { throw ReportVersionUnsupported(found: version) }
    self.init(
      generator: try fields.decode(Generator.self, forKey: .generator),
      repository: try fields.decodeIfPresent(Repository.self, forKey: .repository),
      base: try fields.decodeIfPresent(CommitReference.self, forKey: .base),
      head: try fields.decodeIfPresent(CommitReference.self, forKey: .head),
      mergeBase: try fields.decodeIfPresent(String.self, forKey: .mergeBase),
      mergedTree: try fields.decodeIfPresent(String.self, forKey: .mergedTree),
      verdict: try fields.decode(Verdict.self, forKey: .verdict),
      errors: try fields.decode([ErrorReport].self, forKey: .errors),
      notes: try fields.decodeIfPresent([String].self, forKey: .notes) ?? [],
      command: try fields.decodeIfPresent(String.self, forKey: .command),
      key: try fields.decodeIfPresent(String.self, forKey: .key) ?? Report.usualKey,
      shard: try fields.decodeIfPresent(ShardReport.self, forKey: .shard),
      targets: try fields.decode([TargetReport].self, forKey: .targets))
  }
}
