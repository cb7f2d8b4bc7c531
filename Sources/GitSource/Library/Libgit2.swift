import CLibgit2
import Glibc

/// The library's own state, which it keeps once per process.
enum Libgit2 {
  /// Starting costs some milliseconds (it reads the machine's certificates), so it waits for the first repository.
  static let startFailure: LibraryFailure? = start()

  private static func start() -> LibraryFailure? {
    do throws(LibraryFailure) {
      try check(git_libgit2_init())
      // Our own check of the owner knows what this version doesn't: `*` and `GIT_CONFIG_*`.
      try check(sg_git_set_owner_validation(0))
      // A merge in a partial clone names objects that aren't here.
      try check(sg_git_set_strict_object_creation(0))
      try allowExtensions(["worktreeconfig", "partialclone"])
      return nil
    } catch {
      return error
    }
  }

  private static func allowExtensions(_ names: [String]) throws(LibraryFailure) {
    let copies = names.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var pointers = copies.map { UnsafePointer($0) }
    try check(sg_git_set_extensions(&pointers, pointers.count))
  }
}
