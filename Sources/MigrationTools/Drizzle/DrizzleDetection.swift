internal import SchemagateModel

/// Finds drizzle-kit's folders: by `meta/_journal.json`, or, since 1.0, by a `snapshot.json` beside a `migration.sql`.
struct DrizzleDetection {
  let listing: FileListing

  func targets(tool: String) -> [DetectedTarget] {
    let journals = listing.paths.filter { $0.utf8.ends(with: "meta/_journal.json") && $0.folder.lastPart == "meta" }
      .compactMap { path -> (folder: String, dialect: String)? in
        guard let dialect = listing.read(path).flatMap({ DrizzleJournal($0.text)?.dialect }) else { return nil }
        return (path.folder.folder, dialect)
      }
    let known = Set(journals.map(\.folder))
    return (journals + newer.filter { !known.contains($0.folder) }).compactMap { folder, dialect in
      EngineKind(drizzleDialect: dialect).map { target(folder, $0, dialect: dialect, tool: tool) }
    }
  }

  /// One snapshot of each folder of folders.
  private var newer: [(folder: String, dialect: String)] {
    let scripts = Set(listing.paths.filter { $0.utf8.ends(with: "/migration.sql") })
    let snapshots = listing.paths.filter {
      $0.utf8.ends(with: "/snapshot.json") && scripts.contains(.path($0.folder, "migration.sql"))
    }
    return Dictionary(grouping: snapshots, by: \.folder.folder).compactMap { folder, paths in
      guard let path = paths.last, let file = listing.read(path), let dialect = DrizzleSnapshot(file.text)?.dialect
      else { return nil }
      return (folder, dialect)
    }.sorted { $0.folder.precedesInBytes($1.folder) }
  }

  private func target(_ folder: String, _ engine: EngineKind, dialect: String, tool: String) -> DetectedTarget {
    let isLibsql = engine == .sqlite && (dialect == "turso" || configuration.contains { $0.contains("turso") })
    let target = TargetDefinition(
      name: TargetName.name(of: folder), engine: engine, migrations: [folder], tool: ToolSettings(name: tool),
      session: isLibsql ? ["PRAGMA foreign_keys = OFF"] : [],
      assumptions: ["\(folder): Drizzle, \(engine.rawValue) (its dialect is \(dialect))"]
        + (isLibsql ? ["\(folder): libsql runs migrations with foreign_keys = OFF"] : []),
      engineIsDetected: true)
    return DetectedTarget(target: target, confidence: .configuration)
  }

  private var configuration: [String] {
    ["ts", "js", "mjs", "json"].flatMap { listing.files(named: "drizzle.config.\($0)").map(\.text) }
  }
}
