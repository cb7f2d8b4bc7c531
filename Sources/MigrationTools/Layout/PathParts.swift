internal import SchemagateModel

extension String {
  /// The folder of a path; `""` for a file in the root.
  var folder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(self[..<slash])
  }

  /// What follows a path's last slash.
  var lastPart: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// Whether the path stands in `folder` or below it; everything stands below `""`.
  func isBelow(_ folder: String) -> Bool { folder.isEmpty || hasPrefix(folder + "/") }

  /// The path as seen from `folder`, in which it must stand.
  func relative(to folder: String) -> String { folder.isEmpty ? self : String(dropFirst(folder.count + 1)) }

  /// Every folder above this one, the nearest first; the root is `""`.
  var foldersAbove: [String] {
    var (folders, current) = ([String](), self)
    while !current.isEmpty {
      current = current.folder
      folders.append(current)
    }
    return folders
  }

  /// `folder/name`, without a slash in front where the folder is the root.
  static func path(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

  /// Order of bytes, which doesn't depend on a locale or on Unicode's equivalences.
  func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension FileTree {
  /// The files that stand directly in one of `folders`.
  func paths(directlyIn folders: [String]) -> [String] {
    files.keys.filter { folders.contains($0.folder) }.sorted { $0.precedesInBytes($1) }
  }
}
