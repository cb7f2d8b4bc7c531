#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy of a folder of plain files and folders, private to its owner.
struct FolderCopy {
  /// What was copied; equal for a copy of the whole.
  struct Size: Hashable, Sendable, CustomStringConvertible {
    var files = 0
    var bytes = 0
    var description: String { "\(files) files, \(bytes) bytes" }
  }

  struct Failed: Error {
    let path: String
    let code: Int32
  }

  /// Who shall own the copy; `nil` for ourselves.
  let user: ServerUser?

  func copy(_ source: String, to destination: String) throws -> Size {
    var size = Size()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    try copyFolder(source, destination, &size, buffer)
    return size
  }

  private func copyFolder(
    _ source: String, _ destination: String, _ size: inout Size, _ buffer: UnsafeMutableRawBufferPointer
  ) throws {
    guard mkdir(destination, 0o700) == 0, let entries = opendir(source) else {
      throw Failed(path: destination, code: errno)
    }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name != ".", name != ".." else { continue }
      let (from, to) = ("\(source)/\(name)", "\(destination)/\(name)")
      if try isFolder(from) { try copyFolder(from, to, &size, buffer) } else { try copyFile(from, to, &size, buffer) }
    }
    user?.own(destination)
  }

  private func isFolder(_ path: String) throws -> Bool {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw Failed(path: path, code: errno) }
    let type = facts.st_mode & S_IFMT
    guard type == S_IFDIR || type == S_IFREG else { throw Failed(path: path, code: EINVAL) }
    return type == S_IFDIR
  }

  private func copyFile(
    _ source: String, _ destination: String, _ size: inout Size, _ buffer: UnsafeMutableRawBufferPointer
  ) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    let output = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer {
      if input >= 0 { close(input) }
      if output >= 0 { close(output) }
    }
    guard input >= 0, output >= 0 else { throw Failed(path: destination, code: errno) }
    while case let count = read(input, buffer.baseAddress, buffer.count), count != 0 {
      guard count > 0, write(output, buffer.baseAddress, count) == count else {
        throw Failed(path: destination, code: errno)
      }
      size.bytes += count
    }
    size.files += 1
    if let change = user?.change { _ = fchown(output, change.user, change.group) }
  }
}
