/// A schema as text that can be run again, with what had led to it: what `schemagate snapshot` writes.
package struct Snapshot: Hashable, Sendable {
  /// The server's kind, and as much of its version as decides on features, for example `15`.
  package let engine: EngineVersion
  /// The migrations that had been applied, in their order; `nil` where that isn't known.
  package let applied: [MigrationID]?
  /// What makes the schema in an empty database.
  package let sql: String

  package init(engine: EngineVersion, applied: [MigrationID]?, sql: String) {
    self.engine = engine
    self.applied = applied
    self.sql = sql
  }

  private static let title = "-- schemagate snapshot, version 1"
  private static let engineMark = "-- engine: "
  private static let appliedMark = "-- applied: "
  private static let nothing = "(none)"

  /// The whole file.
  package var text: String {
    let ids = applied.map { ids in ids.isEmpty ? [Self.nothing] : ids.map(\.rawValue) } ?? []
    let header = [Self.title, "\(Self.engineMark)\(engine.name.rawValue) \(engine.version)"]
    return (header + ids.map { Self.appliedMark + $0 }).joined(separator: "\n") + "\n\n" + sql
  }

  /// `nil` where the text is no snapshot, or one of a version that isn't known.
  package init?(reading text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > 1, lines[0] == Self.title, lines[1].hasPrefix(Self.engineMark) else { return nil }
    let words = lines[1].dropFirst(Self.engineMark.count).split(separator: " ").map(String.init)
    guard words.count == 2, let kind = EngineKind(rawValue: words[0]) else { return nil }
    let ids = lines.dropFirst(2).prefix { $0.hasPrefix(Self.appliedMark) }
      .map { String($0.dropFirst(Self.appliedMark.count)) }
    engine = EngineVersion(name: kind, version: words[1])
    applied = ids.isEmpty ? nil : ids == [Self.nothing] ? [] : ids.map { MigrationID($0) }
    let rest = lines.dropFirst(2 + ids.count)
    sql = rest.drop { $0.isEmpty }.joined(separator: "\n")
  }
}
