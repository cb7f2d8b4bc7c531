import CLibgit2

extension GitRepository {
  /// The commit that `name` means: a branch, a tag, a remote's branch, a full or short id, `HEAD~2`.
  package func commit(named name: String) throws(GitError) -> GitCommit {
    let object: Handle
    do throws(LibraryFailure) {
      object = try lookUp(name)
    } catch {
      throw revisionError(error, name)
    }
    do throws(LibraryFailure) {
      let commit = try Handle(freedBy: git_commit_free) { git_object_peel(&$0, object.raw, GIT_OBJECT_COMMIT) }
      return try described(commit)
    } catch {
      guard !error.isAboutObjects else { throw revisionError(error, name) }
      throw .notACommit(name: name)
    }
  }

  /// A full id is that object even where a branch has the same name, as in Git.
  private func lookUp(_ name: String) throws(LibraryFailure) -> Handle {
    if name.utf8.count == Int(GIT_OID_HEXSZ), var id = try? git_oid(hex: name),
      let found = try? Handle(freedBy: git_object_free, { git_object_lookup(&$0, raw, &id, GIT_OBJECT_ANY) })
    {
      return found
    }
    let spelled = name == "@" ? "HEAD" : name
    return try Handle(freedBy: git_object_free) { git_revparse_single(&$0, raw, spelled) }
  }

  private func revisionError(_ failure: LibraryFailure, _ name: String) -> GitError {
    if failure.isAmbiguous { return .ambiguousRevision(name: name) }
    if failure.isAboutObjects && failure.isMissing && refersToHistory(name) && isShallow {
      return .historyCutShort(name: name)
    }
    if let branch = unbornBranch, ["HEAD", "@", branch].contains(name) { return .noCommits(branch: branch) }
    let isDamage = failure.isAboutObjects && !failure.isMissing
    return isDamage
      ? .damaged(path: path, detail: failure.message)
      : .unknownRevision(name: name, remotes: remotes, isShallow: isShallow)
  }

  private func refersToHistory(_ name: String) -> Bool { name.contains("~") || name.contains("^") }

  /// The branch that HEAD names while it has no commit.
  private var unbornBranch: String? {
    guard git_repository_head_unborn(raw) == 1,
      let head = try? Handle(freedBy: git_reference_free, { git_reference_lookup(&$0, raw, "HEAD") })
    else { return nil }
    return git_reference_symbolic_target(head.raw).map {
      let name = String(cString: $0)
      return name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : name
    }
  }

  func lookUpCommit(_ id: git_oid) throws(LibraryFailure) -> Handle {
    var id = id
    return try Handle(freedBy: git_commit_free) { git_commit_lookup(&$0, raw, &id) }
  }

  func described(_ commit: Handle) throws(LibraryFailure) -> GitCommit {
    guard let id = git_commit_id(commit.raw), let tree = git_commit_tree_id(commit.raw) else {
      throw LibraryFailure(code: -1, category: 0, message: "a commit without an id")
    }
    return GitCommit(
      id: id.pointee.hex, tree: TreeID(hex: tree.pointee.hex), time: git_commit_time(commit.raw),
      parents: parents(of: commit).map(\.hex), summary: git_commit_summary(commit.raw).map { String(cString: $0) } ?? ""
    )
  }

  func parents(of commit: Handle) -> [git_oid] {
    (0..<git_commit_parentcount(commit.raw)).compactMap { git_commit_parent_id(commit.raw, $0)?.pointee }
  }
}
