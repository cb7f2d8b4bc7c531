import CLibgit2

extension GitRepository {
  /// What was added, removed and modified; folders with equal ids are never opened.
  package func changedPaths(from old: TreeID, to new: TreeID) throws(GitError) -> [PathChange] {
    try explained("comparing two revisions") { () throws(LibraryFailure) in try treeChanges(from: old, to: new) }
  }

  func treeChanges(from old: TreeID, to new: TreeID) throws(LibraryFailure) -> [PathChange] {
    var comparison = TreeComparison(repository: self)
    try comparison.compare(git_oid(hex: old.hex), git_oid(hex: new.hex), below: "")
    return comparison.changes
  }
}

/// Walks two trees side by side. libgit2's own comparison without paths opens every folder: 24 ms against 1 ms.
private struct TreeComparison {
  let repository: GitRepository
  var changes: [PathChange] = []

  mutating func compare(_ old: git_oid, _ new: git_oid, below folder: String) throws(LibraryFailure) {
    if old.equals(new) { return }
    let (left, right) = (try repository.lookUpTree(old), try repository.lookUpTree(new))
    var (i, j) = (0, 0)
    while true {
      let before = git_tree_entry_byindex(left.raw, i)
      let after = git_tree_entry_byindex(right.raw, j)
      let order = order(before, after)
      guard before != nil || after != nil else { return }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
      try pair(order <= 0 ? before : nil, order >= 0 ? after : nil, below: folder)
    }
  }

  /// Below 0 where only the old side has the name, above 0 where only the new one has it.
  private func order(_ before: OpaquePointer?, _ after: OpaquePointer?) -> Int32 {
    guard let before else { return 1 }
    guard let after else { return -1 }
    return git_tree_entry_cmp(before, after)
  }

  private mutating func pair(
    _ old: OpaquePointer?, _ new: OpaquePointer?, below folder: String
  ) throws(LibraryFailure) {
    let (before, after) = (old.map { TreeEntry($0) }, new.map { TreeEntry($0) })
    if let before, let after, before.isSame(as: after) { return }
    if let before, let after, before.kind == .folder, after.kind == .folder {
      return try compare(before.id, after.id, below: folder + after.name + "/")
    }
    if before?.kind == .folder || after?.kind == .folder {
      try everything(in: before, below: folder, isOld: true)
      try everything(in: after, below: folder, isOld: false)
    } else if let name = (after ?? before)?.name {
      changes.append(PathChange(path: folder + name, before: before, after: after))
    }
  }

  private mutating func everything(in entry: TreeEntry?, below folder: String, isOld: Bool) throws(LibraryFailure) {
    guard let entry else { return }
    guard entry.kind == .folder else {
      let change = PathChange(path: folder + entry.name, before: isOld ? entry : nil, after: isOld ? nil : entry)
      return changes.append(change)
    }
    var found: [PathChange] = []
    try repository.walk(entry.id, below: folder + entry.name + "/") { path, entry in
      found.append(PathChange(path: path, before: isOld ? entry : nil, after: isOld ? nil : entry))
    }
    changes += found
  }
}
