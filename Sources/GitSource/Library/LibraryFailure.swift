import CLibgit2

/// What libgit2 says about a call that failed. The code alone is ambiguous: "no merge base" and "object missing" share one.
struct LibraryFailure: Error, Hashable {
  let code: Int32
  let category: Int
  let message: String

  var isMissing: Bool { code == GIT_ENOTFOUND.rawValue }
  var isAmbiguous: Bool { code == GIT_EAMBIGUOUS.rawValue }
  var isAboutObjects: Bool { category == Int(GIT_ERROR_ODB.rawValue) }
  var isAboutMerging: Bool { category == Int(GIT_ERROR_MERGE.rawValue) }
  var isAboutTheSystem: Bool { category == Int(GIT_ERROR_OS.rawValue) }
}

/// Throws what libgit2 recorded when `code` says that a call failed.
@discardableResult
func check(_ code: Int32) throws(LibraryFailure) -> Int32 {
  guard code < 0 else { return code }
  let last = git_error_last()?.pointee
  let message = last?.message.map { String(cString: $0) } ?? "no details"
  throw LibraryFailure(code: code, category: Int(last?.klass ?? 0), message: message)
}
