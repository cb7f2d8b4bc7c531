internal import SchemagateModel

extension SqlxTool {
  /// sqlx's file names are everybody's. A repository that uses the crate, or keeps its `.sqlx` or `sqlx.toml`, makes
  /// them a mark, unless the files carry another tool's marks.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    let settings = listing.files(named: "sqlx.toml").map { ($0.path.folder, ConfigurationLines($0.text)) }
    let configured = settings.compactMap { folder, lines in
      lines["migrate.migrations-dir"].map { String.path(folder, $0) }
    }
    let folders = listing.sqlFolders { SqlxName.parse($0).map { $0.direction == .up } ?? false }
      .filter { Self.isMigrationFolder($0.folder) || configured.contains($0.folder) }
    guard !folders.isEmpty else { return [] }
    guard !settings.isEmpty || usesCrate(listing) else { return [] }
    return folders.filter { !isMarkedByOthers($0.paths, listing) }.map { folder, paths in
      let own = settings.last { folder.isBelow($0.0) }?.1
      let tool = ToolSettings(name: name, table: own?["migrate.table-name"])
      return FolderClaim(folder: folder, samples: paths, confidence: own == nil ? .marks : .configuration)
        .target(tool: tool, in: listing)
    }
  }

  private func usesCrate(_ listing: FileListing) -> Bool {
    CargoFeatures(listing).uses("sqlx") || listing.paths.contains { $0.hasPrefix(".sqlx/") || $0.contains("/.sqlx/") }
  }

  /// `migrate!()` takes any folder; numbered SQL elsewhere is more often a query than a migration.
  private static func isMigrationFolder(_ folder: String) -> Bool { folder.lowercased().contains("migrat") }

  private func isMarkedByOthers(_ paths: [String], _ listing: FileListing) -> Bool {
    let marks = ["migrate:up", "+goose Up", "+migrate Up"]
    return [paths.first, paths.last].compactMap { $0.flatMap { listing.read($0)?.text } }
      .contains { text in marks.contains(where: text.contains) }
  }
}
