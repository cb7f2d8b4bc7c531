import Foundation

/// The PostgreSQL server that a running program started, as Linux's `/proc` shows it: the program holds a file open in
/// the server's folder for as long as it lives.
struct StartedServer {
  let folder: String
  private let id: String

  /// Waits for the server of the process.
  init?(of process: Int32) {
    let found = Self.await { () -> (String, String)? in
      guard let folder = Self.folder(of: process) else { return nil }
      let id = try? String(contentsOfFile: folder + "/pid", encoding: .utf8)
      return id.map { (folder, $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    guard let found, !found.1.isEmpty else { return nil }
    (folder, id) = found
  }

  var isGone: Bool {
    !FileManager.default.fileExists(atPath: "/proc/\(id)") && !FileManager.default.fileExists(atPath: folder)
  }

  /// Whether one of the server's sessions is busy with a query.
  var isBusy: Bool {
    let ids = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int32($0) != nil }
    return ids.contains { Self.parent(of: $0) == id && Self.words(of: $0).contains(" SELECT") }
  }

  /// Tries again and again, and gives up after a long while.
  static func await<Value>(_ value: () -> Value?) -> Value? {
    for _ in 0..<600 {
      if let value = value() { return value }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return nil
  }

  private static func folder(of process: Int32) -> String? {
    let place = "/proc/\(process)/fd"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let paths = files.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(place)/\($0)") }
    return paths.first { $0.contains("/schemagate-pg-") && $0.hasSuffix("/alive") }.map { String($0.dropLast(6)) }
  }

  /// The fourth field of `/proc/ID/stat`, counted behind the name, which may hold anything.
  private static func parent(of id: String) -> String? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(id)/stat") else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 1 ? String(fields[1]) : nil
  }

  private static func words(of id: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data(), as: UTF8.self)
  }
}
