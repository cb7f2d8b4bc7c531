import Foundation
import SchemagateModel
import Testing

/// Two small schemas in `Cases/<object>/<case>/`: `before.sql` and `after.sql`. Under `Cases/spelling/` the two are the
/// same structure. A case that only one vendor understands names it in `vendor.txt`. Where the dump and the reader
/// rightly disagree, `oracle.txt` says in its first line `we see more` or `we see less`, perhaps with ` on mariadb` or
/// ` on mysql`, and below that why.
struct IntrospectionCase: Sendable, CustomTestStringConvertible {
  enum Oracle: String {
    case agrees
    case weSeeMore = "we see more"
    case weSeeLess = "we see less"
  }

  let path: String
  let vendor: EngineKind
  let before: String
  let after: String
  let oracle: Oracle

  var testDescription: String { "\(path) on \(vendor.rawValue)" }
  var isSpellingOnly: Bool { path.hasPrefix("spelling/") }

  /// Every case folder, once for each of the vendors that understands it.
  static func all(_ vendors: [EngineKind]) throws -> [IntrospectionCase] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try subfolders(root).flatMap { try subfolders($0) }.flatMap { folder in
      try vendors.compactMap { try IntrospectionCase(folder: folder, vendor: $0) }
    }
  }

  private init?(folder: URL, vendor: EngineKind) throws {
    func text(_ name: String) -> String? {
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    func firstLine(_ name: String) -> String? { text(name)?.split(separator: "\n").first.map(String.init) }

    path = "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)"
    if let only = firstLine("vendor.txt"), only != vendor.rawValue { return nil }
    self.vendor = vendor
    before = try String(contentsOf: folder.appendingPathComponent("before.sql"), encoding: .utf8)
    after = try String(contentsOf: folder.appendingPathComponent("after.sql"), encoding: .utf8)
    guard let line = firstLine("oracle.txt") else {
      oracle = .agrees
      return
    }
    let parts = line.components(separatedBy: " on ")
    guard let oracle = Oracle(rawValue: parts[0]) else { throw UnreadableNote(path: path, line: line) }
    self.oracle = parts.count == 1 || parts[1] == vendor.rawValue ? oracle : .agrees
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
