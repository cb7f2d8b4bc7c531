/// What each side changed since the merge base, and what that means for a merge of the inputs alone.
struct MergeSides {
  /// Whether a file that one side moved into or out of the inputs was touched by the other side too.
  let mayRenameAcrossTheEdge: Bool
  /// Files that one side added to a folder which the other side moved, at their old and their new place: Git asks a
  /// person where they belong.
  let addedToMovedFolders: [String]

  init(
    _ repository: GitRepository, base: GitCommit, head: GitCommit, mergeBase: GitCommit, inputs: InputPaths
  ) throws(LibraryFailure) {
    let ours = Side(try repository.treeChanges(from: mergeBase.tree, to: base.tree), inputs)
    let theirs = Side(try repository.treeChanges(from: mergeBase.tree, to: head.tree), inputs)
    let ourMoves = try repository.completed(FolderMove.candidates(in: ours.changes), in: base.tree)
    let theirMoves = try repository.completed(FolderMove.candidates(in: theirs.changes), in: head.tree)
    mayRenameAcrossTheEdge = ours.mayMoveAcrossTheEdge(what: theirs) || theirs.mayMoveAcrossTheEdge(what: ours)
    addedToMovedFolders = theirs.added(toFoldersOf: ourMoves) + ours.added(toFoldersOf: theirMoves)
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

  func added(toFoldersOf moves: [FolderMove]) -> [String] {
    let added = changes.filter { $0.kind == .added }.map(\.path)
    return added.flatMap { path in
      moves.flatMap { move in move.destination(of: path).map { [path, $0] } ?? [] }
    }
  }
}

extension GitRepository {
  /// The moves after which nothing is left of the old folder.
  fileprivate func completed(_ moves: [FolderMove], in tree: TreeID) throws(LibraryFailure) -> [FolderMove] {
    var completed: [FolderMove] = []
    for move in moves where try entry(at: move.old, in: tree) == nil { completed.append(move) }
    return completed
  }
}
