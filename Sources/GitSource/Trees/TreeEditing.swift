import CLibgit2
import Glibc

extension GitRepository {
  /// `tree` with each path holding what is given; `nil` takes it away. The new tree exists in memory only.
  func tree(
    from tree: TreeID?, with updates: [(path: String, entry: TreeEntry?)]
  ) throws(LibraryFailure) -> TreeID {
    var outdated: [(path: String, entry: TreeEntry?)] = []
    for update in updates {
      guard let tree, let old = try entry(at: update.path, in: tree) else { continue }
      // libgit2 refuses to put a file in a folder's place, or the other way round, in one step.
      if (update.entry?.kind == .folder) != (old.kind == .folder) || update.entry == nil {
        outdated.append((update.path, nil))
      }
    }
    let cleared = try apply(outdated, to: tree)
    return try apply(updates.filter { $0.entry != nil }, to: cleared) ?? .empty
  }

  private func apply(
    _ updates: [(path: String, entry: TreeEntry?)], to tree: TreeID?
  ) throws(LibraryFailure) -> TreeID? {
    if updates.isEmpty, let tree { return tree }
    let baseline = try tree.map { tree throws(LibraryFailure) in try lookUpTree(git_oid(hex: tree.hex)) }
    var edits = updates.map { TreeEdit.make($0.path, $0.entry) }
    defer { for edit in edits { free(UnsafeMutablePointer(mutating: edit.path)) } }
    var id = git_oid()
    try check(git_tree_create_updated(&id, raw, baseline?.raw, edits.count, &edits))
    return TreeID(hex: id.hex)
  }
}

private enum TreeEdit {
  /// The path is a copy that the caller frees.
  static func make(_ path: String, _ entry: TreeEntry?) -> git_tree_update {
    git_tree_update(
      action: entry == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT, id: entry?.id ?? git_oid(),
      filemode: entry?.mode ?? GIT_FILEMODE_UNREADABLE, path: UnsafePointer(strdup(path)))
  }
}
