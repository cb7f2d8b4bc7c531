import CLibgit2

extension GitRepository {
  /// Merges `head` into `base` in memory, as far as `inputs` (files and folders; `""` is everything) are concerned.
  package func merge(
    base: GitCommit, head: GitCommit, mergeBase: GitCommit, inputs: [String]
  ) throws(GitError) -> MergeResult {
    if mergeBase.id == base.id { return MergeResult(tree: head.tree, conflicts: [], how: .fastForward) }
    if mergeBase.id == head.id, !head.isWorkTree {
      return MergeResult(tree: base.tree, conflicts: [], how: .fastForward)
    }
    return try explained("merging in memory") { () throws(LibraryFailure) in
      try keepObjectsInMemory()
      let merge = InputMerge(repository: self, base: base, head: head, mergeBase: mergeBase, inputs: InputPaths(inputs))
      return try merge.result()
    }
  }
}

/// One merge of two commits, cut down to the inputs where that gives the same answer.
private struct InputMerge {
  let repository: GitRepository
  let base: GitCommit
  let head: GitCommit
  let mergeBase: GitCommit
  let inputs: InputPaths

  func result() throws(LibraryFailure) -> MergeResult {
    let sides = try MergeSides(repository, base: base, head: head, mergeBase: mergeBase, inputs: inputs)
    // Criss-cross merges have several merge bases, which Git merges first; only whole commits know them.
    let hasSeveralBases = try repository.mergeBases(base, head).count > 1
    let isWhole = sides.mayRenameAcrossTheEdge || hasSeveralBases
    let index = try isWhole ? wholeIndex() : inputsIndex()
    let moved = sides.addedToMovedFolders.filter(inputs.contain)
    let conflicts = try Set(conflicts(in: index) + moved).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let how: MergeResult.How = isWhole ? .whole : .inputs
    guard conflicts.isEmpty else { return MergeResult(tree: head.tree, conflicts: conflicts, how: how) }
    return MergeResult(tree: try tree(of: index), conflicts: [], how: how)
  }

  private func wholeIndex() throws(LibraryFailure) -> Handle {
    var options = try mergeOptions()
    guard !head.isWorkTree else { return try wholeTrees(&options) }
    let (ours, theirs) = (
      try repository.lookUpCommit(git_oid(hex: base.id)), try repository.lookUpCommit(git_oid(hex: head.id))
    )
    return try Handle(freedBy: git_index_free) {
      git_merge_commits(&$0, repository.raw, ours.raw, theirs.raw, &options)
    }
  }

  /// A work tree's files stand in no commit.
  private func wholeTrees(_ options: inout git_merge_options) throws(LibraryFailure) -> Handle {
    let ancestor = try repository.lookUpTree(git_oid(hex: mergeBase.tree.hex))
    let ours = try repository.lookUpTree(git_oid(hex: base.tree.hex))
    let theirs = try repository.lookUpTree(git_oid(hex: head.tree.hex))
    return try Handle(freedBy: git_index_free) {
      git_merge_trees(&$0, repository.raw, ancestor.raw, ours.raw, theirs.raw, &options)
    }
  }

  private func inputsIndex() throws(LibraryFailure) -> Handle {
    var options = try mergeOptions()
    let ancestor = try inputsOnly(mergeBase)
    let (ours, theirs) = (try inputsOnly(base), try inputsOnly(head))
    return try Handle(freedBy: git_index_free) {
      git_merge_trees(&$0, repository.raw, ancestor.raw, ours.raw, theirs.raw, &options)
    }
  }

  private func mergeOptions() throws(LibraryFailure) -> git_merge_options {
    var options = git_merge_options()
    try check(git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION)))
    options.flags = GIT_MERGE_FIND_RENAMES.rawValue
    // Git merges by its histogram comparison; of those that libgit2 has, this one is its nearest relative.
    options.file_flags = GIT_MERGE_FILE_DIFF_PATIENCE.rawValue
    return options
  }

  /// A tree that holds nothing but the inputs, at their own paths.
  private func inputsOnly(_ commit: GitCommit) throws(LibraryFailure) -> Handle {
    if inputs.roots == [""] { return try repository.lookUpTree(git_oid(hex: commit.tree.hex)) }
    var updates: [(path: String, entry: TreeEntry?)] = []
    for path in inputs.roots {
      guard let entry = try repository.entry(at: path, in: commit.tree) else { continue }
      updates.append((path, entry))
    }
    let tree = try repository.tree(from: nil, with: updates)
    return try repository.lookUpTree(git_oid(hex: tree.hex))
  }

  /// The paths of every side of a conflict that touches the inputs; one rename makes up to three paths.
  private func conflicts(in index: Handle) throws(LibraryFailure) -> [String] {
    guard git_index_has_conflicts(index.raw) == 1 else { return [] }
    let iterator = try Handle(freedBy: git_index_conflict_iterator_free) {
      git_index_conflict_iterator_new(&$0, index.raw)
    }
    var paths: [String] = []
    typealias Entry = UnsafePointer<git_index_entry>
    var (ancestor, ours, theirs): (Entry?, Entry?, Entry?)
    while git_index_conflict_next(&ancestor, &ours, &theirs, iterator.raw) == 0 {
      paths += [ancestor, ours, theirs].compactMap { $0?.pointee.path.map { String(cString: $0) } }
    }
    return paths.filter(inputs.contain)
  }

  /// The merged tree; conflicts elsewhere don't matter, so what they touch stays as head has it.
  private func tree(of index: Handle) throws(LibraryFailure) -> TreeID {
    let isClean = git_index_has_conflicts(index.raw) == 0
    if !isClean { try check(git_index_conflict_cleanup(index.raw)) }
    var id = git_oid()
    try check(git_index_write_tree_to(&id, index.raw, repository.raw))
    let merged = TreeID(hex: id.hex)
    let holdsEverything = inputs.roots == [""]
    return holdsEverything ? merged : try headWithInputs(of: merged)
  }

  private func headWithInputs(of merged: TreeID) throws(LibraryFailure) -> TreeID {
    var updates: [(path: String, entry: TreeEntry?)] = []
    for path in inputs.roots { updates.append((path, try repository.entry(at: path, in: merged))) }
    return try repository.tree(from: head.tree, with: updates)
  }
}
