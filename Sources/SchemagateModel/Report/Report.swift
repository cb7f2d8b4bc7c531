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

    package init(host: String, path: String) {
      self.host = host
      self.path = path
    }
  }

  package init(
    generator: Generator, repository: Repository? = nil, base: CommitReference? = nil, head: CommitReference? = nil,
    mergeBase: String? = nil, mergedTree: String? = nil, verdict: Verdict, errors: [ErrorReport] = [],
    notes: [String] = [], command: String? = nil, targets: [TargetReport] = []
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
    self.targets = targets
  }
}
