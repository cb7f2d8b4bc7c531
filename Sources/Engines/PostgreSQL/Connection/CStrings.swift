#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An array of C strings that lives as long as this value.
struct CStrings: ~Copyable {
  private let pointers: [UnsafePointer<CChar>?]

  init(_ strings: [String?]) { pointers = strings.map { $0.map { UnsafePointer(strdup($0)) } ?? nil } }

  deinit { for pointer in pointers { free(UnsafeMutableRawPointer(mutating: pointer)) } }

  func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
    pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
