import CLibgit2
import Glibc

extension GitRepository {
  /// Writes every file of `tree` into `folder`, which must be empty and is private already. Symbolic links stay links,
  /// and a submodule is an empty folder. No filter and no hook of the repository is run. Returns what a checkout might
  /// hold and the folder doesn't, with the reason, by path.
  package func write(_ tree: TreeID, to folder: String) throws(GitError) -> [String: String] {
    var path = Array(folder.utf8CString.dropLast())
    var failure: (path: String, reason: String)?
    var lacking: [String: String] = [:]
    try explained("writing a private copy") { () throws(LibraryFailure) in
      var writer = TreeWriter(repository: self, rootLength: path.count + 1)
      try writer.write(git_oid(hex: tree.hex), into: &path)
      (failure, lacking) = (writer.failure, writer.lacking)
    }
    if let failure { throw .failed(path: failure.path, doing: "writing a private copy", detail: failure.reason) }
    return lacking
  }
}

/// Makes files from a tree. Each name is made new, so that nothing can be written through what stands there already.
private struct TreeWriter {
  let repository: GitRepository
  /// Of the folder's own path, with a slash.
  let rootLength: Int
  /// What the file system refused first.
  var failure: (path: String, reason: String)?
  /// What only a checkout would hold, with the reason, by path.
  var lacking: [String: String] = [:]

  /// `path` ends at the folder, without a slash, and without the zero that ends a C string.
  mutating func write(_ id: git_oid, into path: inout [CChar]) throws(LibraryFailure) {
    let tree = try repository.lookUpTree(id)
    let length = path.count
    for index in 0..<git_tree_entrycount(tree.raw) where failure == nil {
      guard let raw = git_tree_entry_byindex(tree.raw, index), let name = git_tree_entry_name(raw) else { continue }
      path.append(CChar(bitPattern: UInt8(ascii: "/")))
      path += UnsafeBufferPointer(start: name, count: strlen(name))
      try add(TreeEntry(raw), at: &path)
      path.removeSubrange(length...)
    }
  }

  private mutating func add(_ entry: TreeEntry, at path: inout [CChar]) throws(LibraryFailure) {
    guard isSound(entry.name) else { return note(path, "a tree holds an entry that is no file name") }
    switch entry.kind {
    case .folder:
      if makeFolder(path) { try write(entry.id, into: &path) }
    case .submodule:
      lacking[relative(path)] = "a submodule, whose files are in another repository"
      _ = makeFolder(path)
    case .file: try makeFile(entry, path + [0])
    case .symbolicLink:
      let target = try contents(entry.id)
      let made = target.withBlob { symlink($0.map { CChar(bitPattern: $0) } + [0], path + [0]) }
      if made != 0 { note(path, String(cString: strerror(errno))) }
    }
  }

  private mutating func makeFolder(_ path: [CChar]) -> Bool {
    if mkdir(path + [0], 0o700) == 0 { return true }
    note(path, String(cString: strerror(errno)))
    return false
  }

  private mutating func makeFile(_ entry: TreeEntry, _ path: [CChar]) throws(LibraryFailure) {
    let blob = try contents(entry.id)
    let mode: mode_t = entry.mode == GIT_FILEMODE_BLOB_EXECUTABLE ? 0o700 : 0o600
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    defer { if file >= 0 { close(file) } }
    guard file >= 0, blob.withBlob({ writeAll($0, to: file) }) else {
      return note(path.dropLast(), String(cString: strerror(errno)))
    }
    if blob.withBlob({ $0.starts(with: Self.largeFile) }) {
      lacking[relative(path.dropLast())] = "a file of Git LFS, of which only the pointer is there"
    }
  }

  private static let largeFile = Array("version https://git-lfs.github.com/spec/".utf8)

  private func relative(_ path: some Sequence<CChar>) -> String {
    String(decoding: path.dropFirst(rootLength).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func contents(_ id: git_oid) throws(LibraryFailure) -> Handle {
    var wanted = id
    return try Handle(freedBy: git_blob_free) { git_blob_lookup(&$0, repository.raw, &wanted) }
  }

  /// Git itself refuses to check these out.
  private func isSound(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && name.lowercased() != ".git" && !name.contains("/")
  }

  private mutating func note(_ path: some Sequence<CChar>, _ reason: String) {
    failure = failure ?? (String(decoding: path.map { UInt8(bitPattern: $0) }, as: UTF8.self), reason)
  }
}

extension Handle {
  fileprivate func withBlob<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: git_blob_rawcontent(raw), count: Int(git_blob_rawsize(raw))))
  }
}
