import CLibgit2

extension GitRepository {
  /// The id of what stands at `path` (a folder or a file; `""` is the root): equal ids, equal contents, without a walk.
  package func object(at path: String, in tree: TreeID) throws(GitError) -> String? {
    try explained("reading \(path)") { () throws(LibraryFailure) in
      path.isEmpty ? tree.hex : try entry(at: path, in: tree)?.id.hex
    }
  }

  func entry(at path: String, in tree: TreeID) throws(LibraryFailure) -> TreeEntry? {
    let root = try lookUpTree(git_oid(hex: tree.hex))
    do throws(LibraryFailure) {
      let found = try Handle(freedBy: git_tree_entry_free) { git_tree_entry_bypath(&$0, root.raw, path) }
      return TreeEntry(found.raw)
    } catch {
      if error.isMissing && !error.isAboutObjects { return nil }
      throw error
    }
  }

  /// Visits everything below `folder` that isn't a folder itself.
  func walk(
    _ tree: git_oid, below folder: String, _ visit: (String, TreeEntry) throws(LibraryFailure) -> Void
  ) throws(LibraryFailure) {
    let handle = try lookUpTree(tree)
    for index in 0..<git_tree_entrycount(handle.raw) {
      guard let raw = git_tree_entry_byindex(handle.raw, index) else { continue }
      let entry = TreeEntry(raw)
      let path = folder + entry.name
      switch entry.kind {
      case .folder: try walk(entry.id, below: path + "/", visit)
      case .file, .symbolicLink, .submodule: try visit(path, entry)
      }
    }
  }

  func lookUpTree(_ id: git_oid) throws(LibraryFailure) -> Handle {
    var id = id
    return try Handle(freedBy: git_tree_free) { git_tree_lookup(&$0, raw, &id) }
  }
}
