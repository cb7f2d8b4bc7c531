import Foundation

/// The private folder of one running server. It holds everything that the server leaves behind, and a lock that
/// says whether its owner lives.
package final class RunFolder: Sendable {
  private static let room: UInt64 = 256 << 20
  /// Unix socket paths end at about 107 bytes.
  private static let longestPath = 80

  /// Absolute, without symbolic names of its own.
  package let path: String
  let traits: ServerTraits
  private let lock: FileLock

  /// The server's data folder, which whoever starts the server makes.
  package var data: String { "\(path)/data" }
  /// The folder of the server's socket.
  package var socket: String { "\(path)/s" }
  /// What the server prints.
  package var log: String { "\(path)/log" }
  /// A pipe whose writing end we hold for as long as we live.
  var alive: String { "\(path)/alive" }
  /// Exists where the server was told to stay.
  package var kept: String { "\(path)/kept" }
  /// Whether the watchdog has not removed it yet.
  package var exists: Bool { access(path, F_OK) == 0 }
  /// Whether the server listens already.
  package var hasSocket: Bool { access("\(socket)/\(traits.socketFile)", F_OK) == 0 }
  /// Whether the server's process is gone.
  package var serverEnded: Bool { access("\(path)/ended", F_OK) == 0 }

  /// Makes the folder under a name that no sweep looks at, and gives it its real one when the lock is held.
  package init(for traits: ServerTraits, user: ServerUser, environment: [String: String]) throws {
    self.traits = traits
    let parent = Self.parents(environment).first { Self.hasRoom($0) } ?? "/tmp"
    var template = Array("\(parent)/.\(traits.folderPrefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ServerProcessError.noRoom(server: traits.name, folder: parent, reason: String(cString: strerror(errno)))
    }
    let hidden = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let lock = FileLock(path: "\(hidden)/lock") else {
      throw ServerProcessError.noRoom(server: traits.name, folder: hidden, reason: "its lock can't be taken")
    }
    self.lock = lock
    path = "\(parent)/\(hidden.dropFirst(parent.utf8.count + 2))"
    rename(hidden, path)
    mkdir(socket, 0o700)
    mkfifo(alive, 0o600)
    for owned in [path, socket, alive] { user.own(owned) }
  }

  /// The log's end, in one line.
  package func lastWords() -> String {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").suffix(4)
    return lines.isEmpty ? "its log is empty" : nameless(lines.joined(separator: " | "))
  }

  /// A server's words without what differs from run to run: this folder, and the numbers of processes.
  package func nameless(_ text: String) -> String {
    text.replacing(path, with: "…").replacing(#/ \(PID \d+\)/#, with: "")
  }

  /// Removes what is left of the folder.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Folders that servers may stand in, the fastest first.
  static func parents(_ environment: [String: String]) -> [String] {
    ["/dev/shm", environment["TMPDIR"] ?? "/tmp", "/tmp"].map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  private static func hasRoom(_ folder: String) -> Bool {
    var facts = statvfs()
    guard folder.utf8.count <= longestPath, statvfs(folder, &facts) == 0, access(folder, W_OK) == 0 else {
      return false
    }
    return UInt64(facts.f_bavail) * UInt64(facts.f_frsize) >= room && isOpenToOthers(folder)
  }

  /// As root we hand the folder to another user, who has to be able to reach it.
  private static func isOpenToOthers(_ folder: String) -> Bool {
    var facts = stat()
    return geteuid() != 0 || (stat(folder, &facts) == 0 && facts.st_mode & 0o001 != 0)
  }
}
