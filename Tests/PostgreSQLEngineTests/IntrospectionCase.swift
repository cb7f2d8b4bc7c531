import Foundation
import Testing

/// Two small schemas in `Cases/<object>/<case>/`: `before.sql` and `after.sql`, both run by the database's owner (after
/// `RESET SESSION AUTHORIZATION` by the administrator). Under `Cases/spelling/` the two are the same structure.
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

  var testDescription: String { path }
  var isSpellingOnly: Bool { path.hasPrefix("spelling/") }

  /// Every case folder, by path.
  static func all() throws -> [IntrospectionCase] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try subfolders(root).flatMap { object in
      try subfolders(object).map { try IntrospectionCase(folder: $0, object: object.lastPathComponent) }
    }
  }

  private init(folder: URL, object: String) throws {
    path = "\(object)/\(folder.lastPathComponent)"
    before = try String(contentsOf: folder.appendingPathComponent("before.sql"), encoding: .utf8)
    after = try String(contentsOf: folder.appendingPathComponent("after.sql"), encoding: .utf8)
    let note = try? String(contentsOf: folder.appendingPathComponent("oracle.txt"), encoding: .utf8)
    guard let line = note?.split(separator: "\n").first else {
      oracle = .agrees
      return
    }
    guard let oracle = Oracle(rawValue: String(line)) else { throw UnreadableNote(path: path, line: String(line)) }
    self.oracle = oracle
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
