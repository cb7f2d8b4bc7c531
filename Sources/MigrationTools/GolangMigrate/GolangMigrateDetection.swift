internal import SchemagateModel

extension GolangMigrateTool {
  /// Numbered `.up.sql` files; other tools use the same names, so that only a `go.mod` that names the library is a mark.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    let folders = listing.sqlFolders { GolangMigrateName.parse($0)?.direction == .up }
    guard !folders.isEmpty else { return [] }
    let isNamed = listing.files(named: "go.mod").contains { $0.text.contains("github.com/golang-migrate/migrate") }
    return folders.map { folder, paths in
      FolderClaim(folder: folder, samples: paths, confidence: isNamed ? .marks : .layout)
        .target(tool: ToolSettings(name: name), in: listing)
    }
  }
}
