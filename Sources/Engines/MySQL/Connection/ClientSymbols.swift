#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An opened shared library. It stays open for as long as the process lives, since its code may be running anywhere.
struct ClientSymbols {
  private let handle: UnsafeMutableRawPointer

  /// `nil` where the file isn't there or can't be loaded.
  init?(file: String) {
    guard let handle = dlopen(file, RTLD_NOW | RTLD_LOCAL) else { return nil }
    self.handle = handle
  }

  /// Why the last library could not be opened.
  static var lastError: String { dlerror().map { String(cString: $0) } ?? "unknown reason" }

  /// The function of this name, as the type that the caller knows it to have.
  func function<Function>(_ name: String) throws -> Function {
    guard let function: Function = optionalFunction(name) else { throw ClientLibraryError.noFunction(name: name) }
    return function
  }

  func optionalFunction<Function>(_ name: String) -> Function? {
    dlsym(handle, name).map { unsafeBitCast($0, to: Function.self) }
  }

  /// Whether there is a function of this name.
  func has(_ name: String) -> Bool { dlsym(handle, name) != nil }
}
