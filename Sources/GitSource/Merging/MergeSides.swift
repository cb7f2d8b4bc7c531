/// What each side changed since the merge base, and what that means for a merge of the inputs alone.
struct MergeSides {
  /// Whether a file that one side moved into or out of the inputs was touched by the other side too.
  let mayRenameAcrossTheEdge: Bool
  /// Files that one side added to a folder which the other side moved away: Git asks a person where they belong.
  let addedToMovedFolders: [String]

  init(
    _ repository: GitRepository, base: GitCommit, head: GitCommit, mergeBase: GitCommit, inputs: InputPaths
  ) throws(LibraryFailure) {
    let ours = Side(try repository.treeChanges(from: mergeBase.tree, to: base.tree), inputs)
    let theirs = Side(try repository.treeChanges(from: mergeBase.tree, to: head.tree), inputs)
    let goneFromOurs = try repository.missing(ours.foldersWithMoves, in: base.tree)
    let goneFromTheirs = try repository.missing(theirs.foldersWithMoves, in: head.tree)
    mayRenameAcrossTheEdge = ours.mayMoveAcrossTheEdge(what: theirs) || theirs.mayMoveAcrossTheEdge(what: ours)
    addedToMovedFolders = theirs.added(to: goneFromOurs) + ours.added(to: goneFromTheirs)
  }
}

private struct Side {
  let changes: [PathChange]
  let changed: Set<String>
  let inputs: InputPaths

  init(_ changes: [PathChange], _ inputs: InputPaths) {
    self.changes = changes
    self.inputs = inputs
    changed = Set(changes.map(\.path))
  }

  private func has(_ kind: PathChange.Kind, inside: Bool) -> Bool {
    changes.contains { $0.kind == kind && inputs.contain($0.path) == inside }
  }

  /// A rename looks like a removal here and an addition there. It matters only where the other side changed the file.
  func mayMoveAcrossTheEdge(what other: Side) -> Bool {
    let (addsInside, addsOutside) = (has(.added, inside: true), has(.added, inside: false))
    guard addsInside || addsOutside else { return false }
    return changes.contains { change in
      guard change.kind == .removed, other.changed.contains(change.path) else { return false }
      return inputs.contain(change.path) ? addsOutside : addsInside
    }
  }

  /// The folders from which a file was moved with its contents as they were.
  var foldersWithMoves: Set<String> {
    let arrived = Set(changes.filter { $0.kind == .added }.compactMap(\.after))
    let moved = changes.filter { $0.kind == .removed && $0.before.map(arrived.contains) ?? false }
    return Set(moved.compactMap { folder(of: $0.path) })
  }

  func added(to folders: [String]) -> [String] {
    let added = changes.filter { $0.kind == .added }.map(\.path)
    return added.filter { path in folders.contains { path.utf8.starts(with: ($0 + "/").utf8) } }
  }

  private func folder(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }
}

extension GitRepository {
  fileprivate func missing(_ folders: Set<String>, in tree: TreeID) throws(LibraryFailure) -> [String] {
    var missing: [String] = []
    for folder in folders where try entry(at: folder, in: tree) == nil { missing.append(folder) }
    return missing
  }
}
