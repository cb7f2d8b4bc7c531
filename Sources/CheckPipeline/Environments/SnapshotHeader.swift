package import SchemagateModel

/// What the first comments of a snapshot say; a plain dump says nothing.
package struct SnapshotHeader: Hashable, Sendable {
  /// The lines `-- applied: ID`; `nil` where the file is no snapshot of ours.
  package let applied: [MigrationID]?

  package init(_ text: String) {
    let comments = text.split(whereSeparator: \.isNewline).prefix { $0.hasPrefix("--") }
    let isOurs = comments.first?.hasPrefix("-- schemagate snapshot") ?? false
    let mark = "-- applied:"
    let ids = comments.filter { $0.hasPrefix(mark) }.map { $0.dropFirst(mark.count).drop(while: \.isWhitespace) }
    applied = isOurs && !ids.isEmpty ? ids.filter { $0 != "(none)" }.map { MigrationID(String($0)) } : nil
  }
}
