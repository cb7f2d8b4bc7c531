import Foundation
import Testing

/// Two small schemas in `Cases/<object>/<case>/`: `before.sql` and `after.sql`, both run by the database's owner (after
/// `RESET SESSION AUTHORIZATION` by the administrator). Under `Cases/spelling/` the two are the same structure.
/// SQL that older servers don't know begins with a line `-- since 16`, and the case is left to servers from that version
/// on; what newer ones no longer take begins with `-- before 18`.
/// Where `pg_dump` and the reader rightly disagree, `oracle.txt` says in its first line `we see more` or `we see less`,
/// and below that why.
struct IntrospectionCase: Sendable, CustomTestStringConvertible {
  enum Oracle: String {
    case agrees
    case weSeeMore = "we see more"
    case weSeeLess = "we see less"
  }

  let path: String
  let before: String
  let after: String
  let oracle: Oracle
  private let since: Int?
  private let end: Int?

  var testDescription: String { path }
  var isSpellingOnly: Bool { path.hasPrefix("spelling/") }

  /// Every case folder, by path.
  static func all() throws -> [IntrospectionCase] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try subfolders(root).flatMap { object in
      try subfolders(object).map { try IntrospectionCase(folder: $0, object: object.lastPathComponent) }
    }
  }

  /// Ends the test, as not run, where the server is too old or too new for the case.
  func needFittingServer() async throws {
    let major = try await IntrospectionServer.majorVersion.value
    if let since, major < since { try Test.cancel("needs PostgreSQL \(since)") }
    if let end, major >= end { try Test.cancel("needs PostgreSQL before \(end)") }
  }

  private init(folder: URL, object: String) throws {
    path = "\(object)/\(folder.lastPathComponent)"
    before = try String(contentsOf: folder.appendingPathComponent("before.sql"), encoding: .utf8)
    after = try String(contentsOf: folder.appendingPathComponent("after.sql"), encoding: .utf8)
    since = [before, after].compactMap { Self.version("-- since ", $0) }.max()
    end = [before, after].compactMap { Self.version("-- before ", $0) }.min()
    let note = try? String(contentsOf: folder.appendingPathComponent("oracle.txt"), encoding: .utf8)
    guard let line = note?.split(separator: "\n").first else {
      oracle = .agrees
      return
    }
    guard let oracle = Oracle(rawValue: String(line)) else { throw UnreadableNote(path: path, line: String(line)) }
    self.oracle = oracle
  }

  private static func version(_ mark: String, _ sql: String) -> Int? {
    guard sql.hasPrefix(mark) else { return nil }
    return Int(sql.dropFirst(mark.count).prefix { $0.isNumber })
  }

  private static func subfolders(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { $0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
  }

  struct UnreadableNote: Error {
    let path: String
    let line: String
  }
}
