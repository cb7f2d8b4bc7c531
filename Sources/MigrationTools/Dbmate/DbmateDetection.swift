internal import SchemagateModel

extension DbmateTool {
  /// Numbered SQL files, of which the first or the last has a `-- migrate:up` line.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    listing.sqlFolders { Self.version($0) != nil }.compactMap { folder, paths in
      guard [paths.first, paths.last].contains(where: { $0.map { isMarked($0, listing) } ?? false }) else { return nil }
      return FolderClaim(folder: folder, samples: paths, confidence: .marks)
        .target(tool: ToolSettings(name: name), in: listing)
    }
  }

  private func isMarked(_ path: String, _ listing: FileListing) -> Bool {
    guard let text = listing.read(path)?.text, text.contains("migrate:up") else { return false }
    return text.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("--") && $0.dropFirst(2).trimmed.hasPrefix("migrate:up")
    }
  }
}
