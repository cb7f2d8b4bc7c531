/// A target's migrations at one revision, in the tool's own order.
package struct MigrationHistory: Hashable, Sendable {
  package let migrations: [Migration]
  package let problems: [HistoryProblem]
  /// Where each key stands first: rules ask for migrations by the thousand.
  private let places: [MigrationID: Int]

  package init(migrations: [Migration], problems: [HistoryProblem] = []) {
    self.migrations = migrations
    self.problems = problems
    places = Dictionary(migrations.indices.lazy.map { (migrations[$0].id, $0) }) { first, _ in first }
  }

  package static let empty = MigrationHistory(migrations: [])

  package subscript(id: MigrationID) -> Migration? { places[id].map { migrations[$0] } }
}

/// What is wrong with a history before any database sees it.
package enum HistoryProblem: Hashable, Sendable {
  /// Several up files claim one version; the tool would stop or take one of them.
  case duplicateVersion(id: MigrationID, paths: [String])
  /// A down file without its up file.
  case downWithoutUp(path: String)
  /// A file that the tool can't read: a broken directive, a psql meta-command.
  case unreadable(location: SourceLocation, why: String)
  /// A file in a migration folder that the tool ignores although it looks like a migration.
  case ignored(path: String, why: String)
  /// Several migrations follow on the same one, or on none: the tool's order is a graph, and these are its ends, in its own
  /// order. The tool asks which one is meant before it goes on.
  case headsDiverged(heads: [MigrationID])
  /// A file that the tool keeps beside the migrations (a sum, a journal) doesn't say what the migrations are: the tool
  /// would stop, or read other migrations than stand there.
  case staleChecksum(path: String, why: String)
}
