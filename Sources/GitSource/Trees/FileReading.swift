import CLibgit2
package import SchemagateModel

extension GitRepository {
  /// Every file that `isWanted` accepts; walks the whole tree, and reads what is wanted only. What `known` holds under the
  /// same path isn't read again.
  package func files(
    in tree: TreeID, where isWanted: (String) -> Bool, known: FileTree = FileTree()
  ) throws(GitError) -> FileTree {
    try explained("reading the files") { () throws(LibraryFailure) in
      var files = FileTree()
      try walk(git_oid(hex: tree.hex), below: "") { path, entry throws(LibraryFailure) in
        if isWanted(path) { try add(entry, at: path, to: &files, known: known.files[path]) }
      }
      return files
    }
  }

  /// The files at `paths`, each a file or a folder with all that is below it; what isn't there is left out.
  package func files(at paths: [String], in tree: TreeID) throws(GitError) -> FileTree {
    try explained("reading the files") { () throws(LibraryFailure) in
      var files = FileTree()
      for path in paths { try add(everythingAt: path, in: tree, to: &files) }
      return files
    }
  }

  /// What stands at `paths` or below them and can't be read, with the reason. Nothing is read.
  package func obstacles(at paths: [String], in tree: TreeID) throws(GitError) -> [String: String] {
    try explained("listing the files") { () throws(LibraryFailure) in
      var files = FileTree()
      for path in paths { try add(everythingAt: path, in: tree, to: &files, isRead: false) }
      return files.unreadable
    }
  }

  /// The file at `path`; `nil` where there is none, or something that isn't a file.
  package func read(_ path: String, in tree: TreeID) throws(GitError) -> FileTree.File? {
    try files(at: [path], in: tree).files[path]
  }

  private func add(
    everythingAt path: String, in tree: TreeID, to files: inout FileTree, isRead: Bool = true
  ) throws(LibraryFailure) {
    if path.isEmpty {
      return try walk(git_oid(hex: tree.hex), below: "") { path, entry throws(LibraryFailure) in
        try add(entry, at: path, to: &files, isRead: isRead)
      }
    }
    guard let entry = try entry(at: path, in: tree) else {
      if let reason = try obstacle(above: path, in: tree) { files.unreadable[path] = reason }
      return
    }
    guard entry.kind == .folder else { return try add(entry, at: path, to: &files, isRead: isRead) }
    try walk(entry.id, below: path + "/") { path, entry throws(LibraryFailure) in
      try add(entry, at: path, to: &files, isRead: isRead)
    }
  }

  private func add(
    _ entry: TreeEntry, at path: String, to files: inout FileTree, isRead: Bool = true, known: FileTree.File? = nil
  ) throws(LibraryFailure) {
    if let reason = entry.unreadableBecause {
      files.unreadable[path] = reason
    } else if let index = files.files.index(forKey: path), !files.files[index].key.utf8.elementsEqual(path.utf8) {
      // Swift takes names for equal that Git tells apart by their bytes.
      files.unreadable[path] = "two files have this name, spelled differently in Unicode"
    } else {
      let id = entry.id.hex
      if let known, known.contentID == id {
        files.files[path] = known
      } else {
        files.files[path] = isRead ? try file(entry.id) : FileTree.File(contents: [], contentID: id)
      }
    }
  }

  private func file(_ id: git_oid) throws(LibraryFailure) -> FileTree.File {
    var wanted = id
    let blob = try Handle(freedBy: git_blob_free) { git_blob_lookup(&$0, raw, &wanted) }
    let bytes = UnsafeRawBufferPointer(start: git_blob_rawcontent(blob.raw), count: Int(git_blob_rawsize(blob.raw)))
    return FileTree.File(contents: Array(bytes), contentID: id.hex)
  }

  /// A submodule or a symbolic link in the place of a folder above `path` hides what is below it.
  private func obstacle(above path: String, in tree: TreeID) throws(LibraryFailure) -> String? {
    for folder in foldersAbove(path) {
      guard let entry = try entry(at: folder, in: tree) else { return nil }
      switch entry.kind {
      case .folder: continue
      case .file: return nil
      case .symbolicLink: return "\(folder) is a symbolic link"
      case .submodule: return "\(folder) is a submodule"
      }
    }
    return nil
  }

  private func foldersAbove(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    return (1..<max(parts.count, 1)).map { parts.prefix($0).joined(separator: "/") }
  }
}
