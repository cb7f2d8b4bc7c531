package import SchemagateModel

/// Plain SQL files whose names follow a pattern: for home-made runners, and for layouts that no known tool claims.
package struct FilesTool: MigrationTool {
  package init() {}

  package let name = "files"
  package let hasDowns = true

  /// The last resort: a folder that is named after migrations and holds numbered SQL files.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    listing.sqlFolders { $0.lastPart.contains(where: \.isNumber) }.compactMap { folder, paths in
      guard Self.isNamedAfterMigrations(folder), !Self.isForOtherDatabase(folder), let tool = Self.settings(for: paths)
      else { return nil }
      let claim = FolderClaim(folder: folder, samples: paths, confidence: .fallback).target(tool: tool, in: listing)
      return tool.up.map { claim.assuming("files named `\($0)` are the way up") } ?? claim
    }
  }

  private static func settings(for paths: [String]) -> ToolSettings? {
    let names = paths.map(\.lastPart)
    if names.contains(where: { NumberedName($0) != nil }) { return ToolSettings(name: FilesTool().name) }
    return PrefixedNames(names).map { ToolSettings(name: FilesTool().name, up: $0.up, down: $0.down) }
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    path.hasSuffix(".sql") && target.migrations.contains { path.isBelow($0) }
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    FilesHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  /// What isn't applied runs in the order of the versions; a runner that we don't know is taken to notice nothing else.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = FilesNotes(target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refusedIfPending,
      precedes: { FilesHistory.precedes($0.id, $1.id, order: target.tool.order) }, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration.id))
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      Step(
        migration: migration.id, direction: .down, script: $0, bookkeeping: FilesNotes(target).down(migration.id))
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { FilesNotes(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { FilesNotes(target).query }

  /// `db/migrate`, `migrations`, `schema/migrations`, `db/migrations/postgres`: one of the last two parts says so.
  private static func isNamedAfterMigrations(_ folder: String) -> Bool {
    folder.lowercased().split(separator: "/").suffix(2).contains { part in
      part.contains("migration") || part == "migrate" || part == "changesets"
    }
  }

  /// Folders of databases for which we have no engine.
  private static func isForOtherDatabase(_ folder: String) -> Bool {
    let words = folder.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains { otherDatabases.contains($0) }
  }

  private static let otherDatabases: Set<String> = [
    "clickhouse", "mssql", "sqlserver", "oracle", "cassandra", "scylla", "bigquery", "snowflake", "redshift", "duckdb",
    "spanner", "cockroach", "cockroachdb", "h2", "hsqldb", "db2", "mongodb",
  ]
}
