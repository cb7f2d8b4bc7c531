import CLibgit2
import Glibc
import SchemagateModel

/// One repository, read through libgit2. Not sendable: a check uses it from one task, and libgit2 wants one thread at a time.
package final class GitRepository {
  let handle: Handle
  let environment: [String: String]
  /// Set when the first object is made; from then on everything new stays in memory.
  var memory: ObjectMemory?

  var raw: OpaquePointer { handle.raw }

  /// Opens the repository that holds `path`: a work tree or a folder in one, a linked work tree, a submodule, a bare one.
  package init(at path: String, environment: [String: String]) throws(GitError) {
    if let failure = Libgit2.startFailure {
      throw .failed(path: path, doing: "starting libgit2", detail: failure.message)
    }
    guard access(path, F_OK) == 0 else { throw .folderMissing(path: path) }
    do throws(LibraryFailure) {
      let ceilings = environment["GIT_CEILING_DIRECTORIES"]
      handle = try Handle(freedBy: git_repository_free) { git_repository_open_ext(&$0, path, 0, ceilings) }
    } catch {
      throw Self.openingError(error, path)
    }
    self.environment = environment
    try checkOwner()
  }

  /// The work tree's top folder, or the repository's own where it is bare; without a slash at the end.
  package var path: String {
    let path = git_repository_workdir(raw) ?? git_repository_path(raw)
    return path.map { withoutSlash(String(cString: $0)) } ?? ""
  }

  /// Whether the clone holds only the newest part of its history.
  package var isShallow: Bool { git_repository_is_shallow(raw) == 1 }

  private static func openingError(_ failure: LibraryFailure, _ path: String) -> GitError {
    let unsupported = "unsupported extension name extensions."
    if let range = failure.message.firstRange(of: unsupported) {
      let name = String(failure.message[range.upperBound...])
      return name.hasPrefix("objectformat")
        ? .unsupportedHash(path: path) : .unsupportedExtension(path: path, name: name)
    }
    if failure.isMissing && !failure.isAboutTheSystem { return .notARepository(path: path) }
    return failure.isAboutTheSystem
      ? .failed(path: path, doing: "opening the repository", detail: failure.message)
      : .damaged(path: path, detail: failure.message)
  }

  private func checkOwner() throws(GitError) {
    let safe = try explained("reading Git's configuration") { () throws(LibraryFailure) in
      try TrustedConfiguration(environment: environment).values(of: "safe.directory")
    }
    let trusted = SafeDirectories(values: safe, home: environment["HOME"])
    let ours = OwnerCheck(environment: environment, trusted: trusted)
    guard let owner = ours.stranger(among: ownedPlaces, named: path) else { return }
    throw .otherOwner(path: path, owner: owner, user: ours.user)
  }

  /// Git looks at the work tree, the `.git` file of a linked one, and the repository's own folder.
  private var ownedPlaces: [String] {
    let folder = git_repository_path(raw).map { withoutSlash(String(cString: $0)) }
    guard git_repository_workdir(raw) != nil else { return [folder].compactMap { $0 } }
    return [path, path + "/.git", folder].compactMap { $0 }
  }
}
