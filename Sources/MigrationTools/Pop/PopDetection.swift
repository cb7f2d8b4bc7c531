internal import SchemagateModel

extension PopTool {
  /// Files of pop's names, and a sign of pop: a `go.mod` that names the library, a name with a dialect, a fizz file, or
  /// a placeholder in the first or last file.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    let folders = listing.sqlFolders { PopName($0)?.direction == .up }
    guard !folders.isEmpty else { return [] }
    let isNamed = listing.files(named: "go.mod").contains { Self.requiresPop($0.text) }
    return folders.compactMap { folder, paths in
      guard isNamed || paths.contains(where: Self.isMarked) || isTemplate([paths.first, paths.last], listing) else {
        return nil
      }
      return FolderClaim(folder: folder, samples: paths, confidence: .marks)
        .target(tool: ToolSettings(name: name, table: isNamed ? table(in: listing) : nil), in: listing)
    }
  }

  /// What only another library needs (`// indirect`) migrates nothing here.
  private static func requiresPop(_ module: String) -> Bool {
    module.split(whereSeparator: \.isNewline).contains { line in
      line.contains(#/\sgithub\.com/(gobuffalo|ory)/pop/v/#) && !line.contains("// indirect")
    }
  }

  private static func isMarked(_ path: String) -> Bool {
    PopName(path).map { $0.isAutocommit || ($0.dialect != nil && $0.isKnownDialect) } ?? false
  }

  private func isTemplate(_ paths: [String?], _ listing: FileListing) -> Bool {
    paths.compactMap { $0 }.contains { listing.read($0)?.text.contains(#/\{\{-?\s*index\s+\.Options\s/#) ?? false }
  }

  /// The table's name, where a Go file among the application's commands gives pop one.
  private func table(in listing: FileListing) -> String? {
    let files = listing.paths.filter { $0.utf8.ends(with: ".go") && $0.lastPart.lowercased().contains("migrat") }
    return files.prefix(20).lazy.compactMap { path in
      listing.read(path)?.text.firstMatch(of: #/"migration_table_name":\s*"(\w+)"/#).map { String($0.output.1) }
    }.first
  }
}
