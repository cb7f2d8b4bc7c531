import Foundation
import ServerProcess

/// A folder of ours for one check, which nobody else may read: copies of revisions, and what single calls need.
package final class PrivateFolder: Sendable {
  private static let prefix = "schemagate-copy-"

  /// Absolute, without symbolic names of its own.
  package let path: String
  private let lock: FileLock

  /// Makes the folder under a name that no sweep looks at, and gives it its real one when the lock is held. Removes on
  /// the way what runs left that were killed.
  package init(environment: [String: String]) throws {
    let parent = Self.parent(environment)
    Self.sweep(parent)
    var template = Array("\(parent)/.\(Self.prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ProgramError.noFolder(parent: parent, reason: String(cString: strerror(errno)))
    }
    let hidden = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let lock = FileLock(path: "\(hidden)/lock") else {
      throw ProgramError.noFolder(parent: hidden, reason: "its lock can't be taken")
    }
    let path = "\(parent)/\(hidden.dropFirst(parent.utf8.count + 2))"
    // In a folder that somebody else put there first, they could exchange what we run.
    guard rename(hidden, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: hidden)
      throw ProgramError.noFolder(parent: path, reason: reason)
    }
    self.lock = lock
    self.path = path
  }

  deinit { remove() }

  /// Removes the folder with all that is in it.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Makes an empty folder in it.
  package func folder(named name: String) throws -> String {
    let folder = "\(path)/\(name)"
    guard mkdir(folder, 0o700) == 0 else {
      throw ProgramError.noFolder(parent: path, reason: String(cString: strerror(errno)))
    }
    return folder
  }

  /// Programs are run in it, which a memory file system often forbids.
  private static func parent(_ environment: [String: String]) -> String {
    let wanted = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    guard let real = realpath(wanted, nil) else { return wanted }
    defer { free(real) }
    return String(cString: real)
  }

  private static func sweep(_ parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let folder = "\(parent)/\(name)"
      let lock = "\(folder)/lock"
      guard isOurs(folder, S_IFDIR), isOurs(lock, S_IFREG), FileLock(path: lock) != nil else { continue }
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  private static func isOurs(_ path: String, _ kind: mode_t) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == kind && facts.st_uid == geteuid()
  }
}
