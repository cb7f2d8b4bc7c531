import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A folder for scratch databases. Its lock is held as long as we live, so that the next run knows a leftover.
struct ScratchFolder: Sendable {
  private static let prefix = "schemagate-sqlite-"
  private static let roomWanted = 1 << 30

  let path: String
  private let lock: Int32

  init() throws {
    let parent = Self.parent()
    Self.removeLeftovers(in: parent)
    let name = UUID().uuidString
    let path = "\(parent)/\(Self.prefix)\(name)"
    // It gets its name after its lock, so that another run that starts now doesn't take it for a leftover.
    let draft = "\(parent)/.schemagate-\(name)"
    guard mkdir(draft, 0o700) == 0 else { throw Self.notMade(path) }
    let lock = open("\(draft)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(draft, path) == 0 else { throw Self.notMade(path) }
    self.path = path
    self.lock = lock
  }

  func newFile() -> String { "\(path)/\(UUID().uuidString).sqlite" }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }

  private static func notMade(_ path: String) -> SQLiteError {
    .folderNotMade(path: path, reason: String(cString: strerror(errno)))
  }

  private static func parent() -> String {
    let memory = "/dev/shm"
    guard access(memory, W_OK) == 0, room(at: memory) >= roomWanted else {
      return FileManager.default.temporaryDirectory.path
    }
    return memory
  }

  private static func room(at path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
  }

  /// A folder whose lock can be had belongs to a run that was killed.
  private static func removeLeftovers(in parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let lock = open("\(parent)/\(name)/lock", O_RDWR | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: "\(parent)/\(name)") }
      close(lock)
    }
  }
}
