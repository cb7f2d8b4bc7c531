import CLibgit2

/// Catches every object that is made, so that nothing is ever written into the user's repository.
final class ObjectMemory {
  private let database: Handle

  init(for repository: OpaquePointer) throws(LibraryFailure) {
    database = try Handle(freedBy: git_odb_free) { git_repository_odb(&$0, repository) }
    var backend: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&backend))
    // The database owns the backend from here on. Objects go to the backend with the highest priority.
    try check(git_odb_add_backend(database.raw, backend, 999))
  }
}

extension GitRepository {
  /// To be called before the first object is made.
  func keepObjectsInMemory() throws(LibraryFailure) {
    if memory == nil { memory = try ObjectMemory(for: raw) }
  }
}
