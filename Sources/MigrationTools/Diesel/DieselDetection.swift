internal import SchemagateModel

extension DieselTool {
  /// Folders of numbered folders with an `up.sql`. `diesel.toml` above them, or a crate that uses diesel, makes it sure.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    let ups = listing.sqlFolders { $0.lastPart == "up.sql" && Self.isVersioned($0.folder.lastPart) }
    guard !ups.isEmpty else { return [] }
    let settings = listing.files(named: "diesel.toml").map(\.path.folder)
    let isUsed = CargoFeatures(listing).uses("diesel")
    let roots = Dictionary(grouping: ups.flatMap(\.paths)) { $0.folder.folder }
    return roots.sorted { $0.key.precedesInBytes($1.key) }.map { folder, paths in
      let isConfigured = settings.contains { folder.isBelow($0) }
      return FolderClaim(
        folder: folder, samples: paths.sorted { $0.precedesInBytes($1) },
        confidence: isConfigured ? .configuration : isUsed ? .marks : .layout
      ).target(tool: ToolSettings(name: name), in: listing)
    }
  }

  private static func isVersioned(_ name: String) -> Bool {
    name.first.map { $0.isASCII && $0.isNumber } ?? false
  }
}
