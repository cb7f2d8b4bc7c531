internal import SchemagateModel

/// Finds Flyway's locations: folders in which a file is called `V…__….sql`. A folder below another one belongs to it, as
/// Flyway scans locations with everything below them.
struct FlywayDetection {
  let listing: FileListing

  func targets(tool: String) -> [DetectedTarget] {
    let folders = listing.sqlFolders { path in
      let name = FlywayName(path.lastPart)
      return name?.kind == .versioned && name?.name.isEmpty == false
    }
    let roots = folders.filter { folder in
      !folders.contains { $0.folder != folder.folder && folder.folder.isBelow($0.folder) }
    }
    return roots.map { root in
      let settings = FlywaySettings(folders: [root.folder]) { listing.read($0)?.text }
      let claim = FolderClaim(
        folder: root.folder, samples: root.paths, confidence: settings.isConfigured ? .configuration : .marks)
      return claim.target(tool: Self.tool(tool, settings), in: listing)
    }
  }

  /// What changes the plan has to be in the target, since a plan doesn't see files.
  private static func tool(_ name: String, _ settings: FlywaySettings) -> ToolSettings {
    ToolSettings(
      name: name, outOfOrder: settings.flag("outOfOrder") == true ? .run : nil, table: settings["table"])
  }
}
