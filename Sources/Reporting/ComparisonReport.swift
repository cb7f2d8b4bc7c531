package import SchemagateModel

/// What `schemagate diff` found: the changes from one schema to another.
package struct ComparisonReport: Hashable, Sendable, Codable {
  /// The two sources as the user named them, never with a password.
  package var from: String
  package var to: String
  package var changes: [ChangeReport]
  /// What the changes mean for who may do what, by the catalogue alone.
  package var access: [AccessReport]
  package var notCompared: [NotCompared]

  package init(
    from: String, to: String, changes: [ChangeReport], access: [AccessReport] = [], notCompared: [NotCompared]
  ) {
    self.from = from
    self.to = to
    self.changes = changes.sortedForReading
    self.access = access.sortedForReading
    self.notCompared = notCompared
  }

  private enum CodingKeys: String, CodingKey {
    case version, from, to, changes, access, notCompared
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(Report.formatVersion, forKey: .version)
    try fields.encode(from, forKey: .from)
    try fields.encode(to, forKey: .to)
    try fields.encode(changes, forKey: .changes)
    try fields.encode(access, forKey: .access)
    try fields.encode(notCompared, forKey: .notCompared)
  }

  /// Tolerates unknown keys; another version is a `ReportVersionUnsupported`.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let version = try fields.decode(Int.self, forKey: .version)
    guard version == Report.formatVersion else { throw ReportVersionUnsupported(found: version) }
    from = try fields.decode(String.self, forKey: .from)
    to = try fields.decode(String.self, forKey: .to)
    changes = try fields.decode([ChangeReport].self, forKey: .changes)
    access = try fields.decodeIfPresent([AccessReport].self, forKey: .access) ?? []
    notCompared = try fields.decode([NotCompared].self, forKey: .notCompared)
  }

  /// The changes as JSON, version 1.
  package func json() throws -> String { try OrderedJSON.text(self) }

  /// The changes as `+` and `-` lines for a terminal.
  package func text(color: Bool) -> String {
    var writer = TerminalWriter(color: color)
    writer.line((summary, changes.isEmpty ? .good : .strong))
    for line in DiffText.lines(changes) {
      writer.line((line, line.hasPrefix("+") ? .good : line.hasPrefix("-") ? .bad : .plain))
    }
    for line in access { writer.line(("access: ", .doubtful), (AccessText.plain(line), .plain)) }
    for group in notCompared { writer.line(("not compared: ", .faint), (words(group), .plain)) }
    return writer.text
  }

  /// The changes as Markdown.
  package func markdown() -> String {
    var sections: [Markdown] = ["\(text: summary)"]
    if !changes.isEmpty { sections.append(Markdown.fence(DiffText.lines(changes), language: "diff")) }
    if !access.isEmpty { sections.append(Markdown.joined(access.map(AccessText.markdown), separator: "\n")) }
    if !notCompared.isEmpty {
      let lines = notCompared.map { "- \(text: words($0))" as Markdown }
      sections.append("Not compared:\n\(Markdown.joined(lines, separator: "\n"))")
    }
    return Markdown.joined(sections, separator: "\n\n").source + "\n"
  }

  private var summary: String {
    let count = changes.isEmpty ? "no difference" : Count.of(changes.count, "difference", "differences")
    return "\(count) from \(from) to \(to)"
  }

  private func words(_ group: NotCompared) -> String {
    "\(group.what): \(group.names.prefix(20).joined(separator: ", "))" + (group.names.count > 20 ? ", …" : "")
  }
}
