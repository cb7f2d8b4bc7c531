#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock on a file that the kernel gives back however its holder ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Makes the file if need be; `nil` where another process holds the lock.
  package init?(path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
