import CLibgit2
import Glibc

extension GitRepository {
  /// The files as they lie in the work tree: staged or not, new ones too unless ignored. Neither the index nor anything
  /// else in the repository is written. `head` is `nil` in a repository without a commit.
  package func workTree(over head: GitCommit?) throws(GitError) -> TreeID {
    guard git_repository_workdir(raw) != nil else { throw .noWorkTree(path: path) }
    return try explained("reading the work tree") { () throws(LibraryFailure) in
      try keepObjectsInMemory()
      return try WorkTreeReader(repository: self).tree(over: head)
    }
  }
}

private struct WorkTreeReader {
  let repository: GitRepository

  func tree(over head: GitCommit?) throws(LibraryFailure) -> TreeID {
    let files = try Handle(freedBy: git_index_free) { git_index_new(&$0) }
    let staged = try Handle(freedBy: git_index_free) { git_repository_index(&$0, repository.raw) }
    if let head {
      let tree = try repository.lookUpTree(git_oid(hex: head.tree.hex))
      try check(git_index_read_tree(files.raw, tree.raw))
    }
    for path in try changedPaths(since: head) { try update(path, in: files, staged: staged) }
    var id = git_oid()
    try check(git_index_write_tree_to(&id, files.raw, repository.raw))
    return TreeID(hex: id.hex)
  }

  /// What differs between `head` and the work tree, by Git's own rules for ignored files and line endings.
  private func changedPaths(since head: GitCommit?) throws(LibraryFailure) -> [RawPath] {
    let tree = try head.map { head throws(LibraryFailure) in try repository.lookUpTree(git_oid(hex: head.tree.hex)) }
    var options = git_diff_options()
    try check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
    options.flags |= GIT_DIFF_INCLUDE_UNTRACKED.rawValue | GIT_DIFF_RECURSE_UNTRACKED_DIRS.rawValue
    options.flags |= GIT_DIFF_INCLUDE_TYPECHANGE.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL
    let diff = try Handle(freedBy: git_diff_free) {
      git_diff_tree_to_workdir_with_index(&$0, repository.raw, tree?.raw, &options)
    }
    return (0..<git_diff_num_deltas(diff.raw)).flatMap { index in
      git_diff_get_delta(diff.raw, index).map { [$0.pointee.old_file.path, $0.pointee.new_file.path] } ?? []
    }.compactMap { $0.map { RawPath($0) } }
  }

  private func update(_ name: RawPath, in files: Handle, staged: Handle) throws(LibraryFailure) {
    guard let mode = mode(of: name) else { return try takeAway(name, from: files, staged: staged) }
    var entry = git_index_entry()
    entry.mode = mode.rawValue
    try name.withPointer { path throws(LibraryFailure) in
      try check(git_blob_create_from_workdir(&entry.id, repository.raw, path))
      entry.path = path
      try check(git_index_add(files.raw, &entry))
    }
  }

  /// A file that a sparse checkout left out is not deleted: the index still says what it holds.
  private func takeAway(_ name: RawPath, from files: Handle, staged: Handle) throws(LibraryFailure) {
    try name.withPointer { path throws(LibraryFailure) in
      if let entry = git_index_get_bypath(staged.raw, path, 0), isLeftOut(entry.pointee) {
        try check(git_index_add(files.raw, entry))
      } else if git_index_get_bypath(files.raw, path, 0) != nil {
        try check(git_index_remove(files.raw, path, 0))
      }
    }
  }

  private func isLeftOut(_ entry: git_index_entry) -> Bool {
    UInt32(entry.flags_extended) & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0
  }

  /// `nil` where there is neither a file nor a symbolic link.
  private func mode(of name: RawPath) -> git_filemode_t? {
    var status = stat()
    let isThere = name.withPointer(below: repository.path + "/") { lstat($0, &status) == 0 }
    guard isThere else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return GIT_FILEMODE_LINK
    case S_IFREG: return status.st_mode & S_IXUSR != 0 ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB
    default: return nil
    }
  }
}

/// A path in the bytes in which the file system holds it, which need not be UTF-8.
private struct RawPath {
  let bytes: [CChar]

  init(_ path: UnsafePointer<CChar>) { bytes = Array(UnsafeBufferPointer(start: path, count: strlen(path) + 1)) }

  func withPointer(_ body: (UnsafePointer<CChar>) throws(LibraryFailure) -> Void) throws(LibraryFailure) {
    var copy = bytes
    try body(&copy)
  }

  func withPointer<Result>(below folder: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (Array(folder.utf8CString.dropLast()) + bytes).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? body(folder)
    }
  }
}
