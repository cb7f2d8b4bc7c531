import CLibgit2
import Glibc

extension GitRepository {
  /// The paths of everything that isn't a folder, in the order in which Git stores them.
  package func listing(of tree: TreeID) throws(GitError) -> [String] {
    try explained("listing the files") { () throws(LibraryFailure) in
      var listing = TreeListing(repository: self)
      try listing.add(git_oid(hex: tree.hex))
      return listing.paths
    }
  }
}

/// Collects paths only. A large repository has many of them, so that each is made once, from its bytes.
private struct TreeListing {
  let repository: GitRepository
  var paths: [String] = []
  private var path: [UInt8] = []

  init(repository: GitRepository) { self.repository = repository }

  mutating func add(_ id: git_oid) throws(LibraryFailure) {
    let tree = try repository.lookUpTree(id)
    let length = path.count
    for index in 0..<git_tree_entrycount(tree.raw) {
      guard let entry = git_tree_entry_byindex(tree.raw, index), let name = git_tree_entry_name(entry) else { continue }
      path += UnsafeRawBufferPointer(start: name, count: strlen(name))
      if git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE, let id = git_tree_entry_id(entry) {
        path.append(UInt8(ascii: "/"))
        try add(id.pointee)
      } else {
        paths.append(String(decoding: path, as: UTF8.self))
      }
      path.removeSubrange(length...)
    }
  }
}
