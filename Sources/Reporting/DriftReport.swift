package import SchemagateModel

/// What `schemagate drift` found, environment by environment.
package struct DriftReport: Hashable, Sendable, Codable {
  /// The revision that the environments were compared with.
  package var base: String
  package var environments: [Environment]

  /// One environment of one target.
  package struct Environment: Hashable, Sendable, Codable {
    package var target: String
    package var name: String
    package var outcome: Outcome
    /// `nil` where nothing could be compared, for the reason that `error` gives.
    package var comparison: ComparisonReport?
    package var migrations: Migrations
    package var error: ErrorReport?

    package init(
      target: String, name: String, outcome: Outcome, comparison: ComparisonReport? = nil,
      migrations: Migrations = Migrations(), error: ErrorReport? = nil
    ) {
      self.target = target
      self.name = name
      self.outcome = outcome
      self.comparison = comparison
      self.migrations = migrations
      self.error = error
    }
  }

  package enum Outcome: String, Hashable, Sendable, Codable {
    case same
    case drift
    /// Something could not be compared, and what could be is the same.
    case unknown
  }

  /// How what is applied there differs from base's history.
  package struct Migrations: Hashable, Sendable, Codable {
    /// How many of base's it has applied; `nil` where nobody knows, for the reason that `why` gives.
    package var applied: Int?
    package var pending: [MigrationID]
    /// Applied there, and not in base's history.
    package var unknown: [MigrationID]
    /// Not applied there, and the tool would never do so.
    package var skipped: [MigrationID]
    /// Why the tool would do nothing there.
    package var refusal: String?
    package var why: String?

    package init(
      applied: Int? = nil, pending: [MigrationID] = [], unknown: [MigrationID] = [], skipped: [MigrationID] = [],
      refusal: String? = nil, why: String? = nil
    ) {
      self.applied = applied
      self.pending = pending
      self.unknown = unknown
      self.skipped = skipped
      self.refusal = refusal
      self.why = why
    }
  }

  package init(base: String, environments: [Environment]) {
    self.base = base
    self.environments = environments
  }

  private enum CodingKeys: String, CodingKey {
    case version, base, environments
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Report.formatVersion, forKey: .version)
    try fields.encode(base, forKey: .base)
    try fields.encode(environments, forKey: .environments)
  }

  /// Tolerates unknown keys; another version is a `ReportVersionUnsupported`.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let version = try fields.decode(Int.self, forKey: .version)
    guard version == Report.formatVersion else { throw ReportVersionUnsupported(found: version) }
    base = try fields.decode(String.self, forKey: .base)
    environments = try fields.decode([Environment].self, forKey: .environments)
  }
}

extension DriftReport {
  /// As JSON, version 1.
  package func json() throws -> String { try OrderedJSON.text(self) }

  /// One block for each environment, for a terminal.
  package func text(color: Bool) -> String {
    environments.map { $0.text(base: base, color: color) }.joined(separator: "\n")
  }

  /// One section for each environment.
  package func markdown() -> String {
    environments.map { $0.markdown(base: base) }.joined(separator: "\n")
  }
}

extension DriftReport.Environment {
  fileprivate func text(base: String, color: Bool) -> String {
    var writer = TerminalWriter(color: color)
    if let error {
      writer.line(("\(target), \(name): not compared: \(error.what)", .doubtful))
      if let remedy = error.try { writer.line(("try: \(remedy)", .faint), indent: 2) }
    }
    var after = TerminalWriter(color: color)
    for line in migrations.lines(of: name, base: base) {
      after.line((line.text, line.isWrong ? .bad : .plain), indent: 2)
    }
    return writer.text + (comparison.map { "\(target), " + $0.text(color: color) } ?? "") + after.text
  }

  fileprivate func markdown(base: String) -> String {
    var sections: [Markdown] = ["### \(text: target), \(text: name)"]
    if let error { sections.append("Not compared: \(text: error.what)") }
    let lines = migrations.lines(of: name, base: base).map { "- \(text: $0.text)" as Markdown }
    if !lines.isEmpty { sections.append(Markdown.joined(lines, separator: "\n")) }
    let head = Markdown.joined(sections, separator: "\n\n").source + "\n"
    return head + (comparison.map { "\n" + $0.markdown() } ?? "")
  }
}

extension DriftReport.Migrations {
  /// What there is to say, and whether it is drift.
  fileprivate func lines(of name: String, base: String) -> [(text: String, isWrong: Bool)] {
    var lines: [(String, Bool)] = []
    if let why { lines.append(("which migrations are applied there isn't known: \(why)", false)) }
    if !pending.isEmpty {
      lines.append(("\(Self.count(pending)) of \(base) not applied there yet: \(Self.list(pending))", false))
    }
    if !unknown.isEmpty {
      lines.append(("\(Self.count(unknown)) applied there and unknown to \(base): \(Self.list(unknown))", true))
    }
    if !skipped.isEmpty {
      lines.append(("the migration tool would never apply there, without a word: \(Self.list(skipped))", true))
    }
    if let refusal { lines.append(("the migration tool would refuse to go on there: \(refusal)", true)) }
    return lines
  }

  private static func count(_ ids: [MigrationID]) -> String { Count.of(ids.count, "migration", "migrations") }

  private static func list(_ ids: [MigrationID]) -> String {
    ids.prefix(10).map(\.rawValue).joined(separator: ", ") + (ids.count > 10 ? " and \(ids.count - 10) more" : "")
  }
}
