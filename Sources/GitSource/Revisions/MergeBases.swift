import CLibgit2

extension GitRepository {
  /// The newest commit that both histories hold; throws where there is none, or where a shallow clone can't tell.
  package func mergeBase(of left: GitCommit, and right: GitCommit) throws(GitError) -> GitCommit {
    let found: [git_oid]
    do throws(LibraryFailure) {
      found = try mergeBases(left, right)
    } catch {
      throw mergeBaseError(error, left, right)
    }
    guard let first = found.first else { throw withoutMergeBase(left, right) }
    return try explained("reading the merge base") { () throws(LibraryFailure) in try described(lookUpCommit(first)) }
  }

  /// Whether `older` is `newer` or lies in its history.
  package func isAncestor(_ older: GitCommit, of newer: GitCommit) throws(GitError) -> Bool {
    if older.id == newer.id { return true }
    return try explained("walking the history") { () throws(LibraryFailure) in
      if isShallow { return try ShallowHistory(self).ancestors(of: newer.id)[older.id] != nil }
      var (old, new) = (try git_oid(hex: older.id), try git_oid(hex: newer.id))
      return try check(git_graph_descendant_of(raw, &new, &old)) == 1
    }
  }

  /// All best common ancestors; more than one where branches were merged both ways.
  func mergeBases(_ left: GitCommit, _ right: GitCommit) throws(LibraryFailure) -> [git_oid] {
    if isShallow {
      return try ShallowHistory(self).mergeBases(left.id, right.id).map { id throws(LibraryFailure) in
        try git_oid(hex: id)
      }
    }
    var (one, two) = (try git_oid(hex: left.id), try git_oid(hex: right.id))
    var bases = git_oidarray()
    defer { git_oidarray_dispose(&bases) }
    do throws(LibraryFailure) {
      try check(git_merge_bases(&bases, raw, &one, &two))
    } catch {
      if error.isMissing && error.isAboutMerging { return [] }
      throw error
    }
    return (0..<bases.count).map { bases.ids[$0] }
  }

  private func mergeBaseError(_ failure: LibraryFailure, _ left: GitCommit, _ right: GitCommit) -> GitError {
    failure.isAboutObjects
      ? .damaged(path: path, detail: failure.message)
      : .failed(path: path, doing: "looking for the merge base", detail: failure.message)
  }

  private func withoutMergeBase(_ left: GitCommit, _ right: GitCommit) -> GitError {
    isShallow
      ? .mergeBaseCutOff(base: left.id, head: right.id) : .unrelatedHistories(base: left.id, head: right.id)
  }
}
