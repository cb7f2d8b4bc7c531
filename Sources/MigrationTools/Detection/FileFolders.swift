internal import SchemagateModel

extension FileListing {
  /// The SQL files that pass `isWanted`, by the folder in which they stand; folders in byte order.
  func sqlFolders(where isWanted: (String) -> Bool) -> [(folder: String, paths: [String])] {
    var folders: [String: [String]] = [:]
    for path in paths where path.utf8.ends(with: ".sql") && isWanted(path) {
      folders[path.folder, default: []].append(path)
    }
    return folders.sorted { $0.key.precedesInBytes($1.key) }.map { ($0.key, $0.value) }
  }

  /// Files of this name, with their contents; those nearest to the root come first.
  func files(named name: String) -> [(path: String, text: String)] {
    paths.filter { $0.utf8.ends(with: name) && $0.lastPart == name }
      .sorted { $0.utf8.count < $1.utf8.count }
      .compactMap { path in read(path).map { (path, $0.text) } }
  }
}

extension String.UTF8View {
  /// By bytes, since listings are long.
  func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
