package import SchemagateModel

/// Why Git couldn't tell us what we need to know.
package enum GitError: ReportedError, Hashable {
  case folderMissing(path: String)
  case notARepository(path: String)
  case otherOwner(path: String, owner: UInt32, user: UInt32)
  case unsupportedHash(path: String)
  case unsupportedExtension(path: String, name: String)
  case unknownRevision(name: String, remotes: [String], isShallow: Bool)
  case ambiguousRevision(name: String)
  case notACommit(name: String)
  case noCommits(branch: String)
  case historyCutShort(name: String)
  case mergeBaseCutOff(base: String, head: String)
  case unrelatedHistories(base: String, head: String)
  case objectNotFetched(id: String, remote: String)
  case noWorkTree(path: String)
  case damaged(path: String, detail: String)
  case failed(path: String, doing: String, detail: String)
}

extension GitError {
  /// Whether a name stands for nothing here, so that another one may be tried.
  package var isUnknownRevision: Bool {
    if case .unknownRevision = self { return true }
    return false
  }

  package var report: ErrorReport { ErrorReport(what: what, at: place, try: remedy) }

  private var what: String {
    switch self {
    case .folderMissing: "there is no such folder"
    case .notARepository: "this is not a Git repository"
    case .otherOwner(_, let owner, let user):
      "the repository belongs to another user (its id is \(owner), yours is \(user)), so Git doesn't trust it"
    case .unsupportedHash: "the repository names its objects by SHA-256, which can't be read here"
    case .unsupportedExtension(_, let name): "the repository uses the Git extension '\(name)', which can't be read here"
    case .unknownRevision(let name, _, _): "there is no revision '\(name)' here"
    case .ambiguousRevision(let name): "'\(name)' fits more than one object"
    case .notACommit(let name): "'\(name)' is not a commit"
    case .noCommits(let branch): "the branch '\(branch)' has no commit yet"
    case .historyCutShort(let name): "this clone is shallow, and '\(name)' lies before the commits that it holds"
    case .mergeBaseCutOff(let base, let head):
      "this clone is shallow, and holds no commit that '\(base)' and '\(head)' have in common"
    case .unrelatedHistories(let base, let head):
      "'\(base)' and '\(head)' have no commit in common, so there is no merge to check"
    case .objectNotFetched(let id, _): "this is a partial clone, and the object \(id) hasn't been fetched"
    case .noWorkTree: "a bare repository has no uncommitted files"
    case .damaged(_, let detail): "the repository is damaged: \(detail)"
    case .failed(_, let doing, let detail): "Git failed while \(doing): \(detail)"
    }
  }

  private var place: String {
    switch self {
    case .folderMissing(let path), .notARepository(let path), .otherOwner(let path, _, _), .unsupportedHash(let path),
      .unsupportedExtension(let path, _), .noWorkTree(let path), .damaged(let path, _), .failed(let path, _, _):
      path
    case .unknownRevision(let name, _, _), .ambiguousRevision(let name), .notACommit(let name), .noCommits(let name),
      .historyCutShort(let name), .objectNotFetched(let name, _):
      name
    case .mergeBaseCutOff(let base, let head), .unrelatedHistories(let base, let head): "\(base)...\(head)"
    }
  }

  private var remedy: String {
    switch self {
    case .folderMissing: "name a folder that exists: --repo DIR"
    case .notARepository: "run this inside a repository, or name one: --repo DIR"
    case .otherOwner(let path, _, _): "git config --global --add safe.directory \(shellQuoted(path))"
    case .unsupportedHash: "check a clone that uses SHA-1; Git can't convert a repository in place"
    case .unsupportedExtension(let path, _): "make a plain clone: git clone --no-local \(shellQuoted(path)) COPY"
    case .unknownRevision(let name, let remotes, let isShallow): fetching(name, from: remotes, isShallow: isShallow)
    case .ambiguousRevision: "write more digits of the id"
    case .notACommit: "name a branch, the tag of a commit, or a commit's id"
    case .noCommits: "commit something first: git commit"
    case .historyCutShort, .mergeBaseCutOff: Self.deepening
    case .unrelatedHistories: "name the branch that this one started from: --base BRANCH"
    case .objectNotFetched(_, let remote): "git fetch --refetch --no-filter \(shellQuoted(remote))"
    case .noWorkTree: "leave out --worktree and name a revision: --head REVISION"
    case .damaged: "see what is wrong: git fsck --full"
    case .failed: "see what is wrong: git fsck --full, then run this again"
    }
  }

  private static let deepening = "git fetch --unshallow, or in the CI's checkout step `fetch-depth: 0`"

  /// `origin/main` is fetched from `origin`; a name without a remote from the first one there is.
  private func fetching(_ name: String, from remotes: [String], isShallow: Bool) -> String {
    let remote = remotes.first { name.utf8.starts(with: "\($0)/".utf8) }
    guard let source = remote ?? remotes.first else { return "name a branch, tag or commit: git branch --all" }
    let branch = remote.map { String(name.utf8.dropFirst($0.utf8.count + 1)) ?? name } ?? name
    // What begins like an option must not be read as one.
    let end = branch.hasPrefix("-") || source.hasPrefix("-") ? "-- " : ""
    let fetch = "git fetch \(end)\(shellQuoted(source)) \(shellQuoted(refspec(branch, at: source)))"
    return isShallow ? fetch + ", or in the CI's checkout step `fetch-depth: 0`" : fetch
  }

  /// A clone of one branch fetches others only where it is told what to call them here.
  private func refspec(_ branch: String, at remote: String) -> String {
    let isID = branch.utf8.count >= 7 && branch.allSatisfy(\.isHexDigit)
    return isID ? branch : "\(branch):refs/remotes/\(remote)/\(branch)"
  }
}

/// `text` as one word of a POSIX shell.
private func shellQuoted(_ text: String) -> String {
  let plain = text.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:@+".unicodeScalars.contains($0)
  }
  return plain && !text.isEmpty
    ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
