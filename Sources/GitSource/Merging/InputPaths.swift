/// The files and folders that a merge is about.
struct InputPaths {
  /// Without those that lie below another one.
  let roots: [String]

  init(_ paths: [String]) {
    let unique = Set(paths.map(withoutSlash)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    roots = unique.filter { path in !unique.contains { $0 != path && Self.lies(path, in: $0) } }
  }

  func contain(_ path: String) -> Bool { roots.contains { Self.lies(path, in: $0) } }

  private static func lies(_ path: String, in root: String) -> Bool {
    root.isEmpty || path.utf8.elementsEqual(root.utf8) || path.utf8.starts(with: (root + "/").utf8)
  }
}
