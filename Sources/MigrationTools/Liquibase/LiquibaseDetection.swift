internal import SchemagateModel

/// Finds root changelogs that lead to change sets, and folders of formatted SQL that no root changelog reaches.
struct LiquibaseDetection {
  let listing: FileListing

  func targets(tool: String) -> [DetectedTarget] {
    let roots = listing.paths.filter { LiquibaseLayout.isRoot($0.lastPart) && !isIncluded($0) }
    let rooted = Dictionary(grouping: roots, by: \.folder).keys.sorted { $0.precedesInBytes($1) }
      .compactMap { target([$0], tool: tool, confidence: .configuration) }
    let known = rooted.flatMap(\.target.migrations)
    let loose = listing.sqlFolders { path in !known.contains { path.isBelow($0) || path.folder == $0 } }
      .filter { _, paths in [paths.first, paths.last].contains { $0.map(isFormatted) ?? false } }.map(\.folder)
    let tops = loose.filter { folder in !loose.contains { $0 != folder && folder.isBelow($0) } }
    return rooted + tops.compactMap { target([$0], tool: tool, confidence: .marks) }
  }

  /// A root below another root's folder belongs to that one.
  private func isIncluded(_ path: String) -> Bool {
    listing.paths.contains {
      LiquibaseLayout.isRoot($0.lastPart) && $0.folder != path.folder && path.isBelow($0.folder) && !$0.folder.isEmpty
    }
  }

  private func isFormatted(_ path: String) -> Bool {
    listing.read(path).map { LiquibaseSQLFile.isFormatted($0.text) } ?? false
  }

  private func target(
    _ folders: [String], tool: String, confidence: DetectedTarget.Confidence
  ) -> DetectedTarget? {
    let items = LiquibaseLayout(folders: folders, paths: listing.paths) { listing.read($0)?.text }.items()
    let scripts = items.compactMap { item -> String? in
      if case .sql(let path) = item { path } else { nil }
    }
    let hasOthers = items.contains { if case .changeSet = $0 { true } else { false } }
    guard let folder = folders.first, hasOthers || scripts.contains(where: isFormatted) else { return nil }
    let outside = Set(scripts.map(\.folder).filter { $0 != folder && !$0.isBelow(folder) })
    let claim = FolderClaim(folder: folder, samples: scripts, confidence: confidence)
    let detected = claim.target(tool: ToolSettings(name: tool), engine: engine, in: listing)
    var target = detected.target
    target.migrations += outside.sorted { $0.precedesInBytes($1) }
    return DetectedTarget(target: target, confidence: confidence)
  }

  /// `url: jdbc:postgresql://…` in liquibase.properties.
  private var engine: EngineKind? {
    listing.files(named: "liquibase.properties").lazy.compactMap { file in
      file.text.firstMatch(of: /(?m)^\s*url\s*[:=]\s*jdbc:(\w+)/).flatMap { EngineKind(rawValue: String($0.output.1)) }
    }.first
  }
}
