import Foundation
import Testing

/// A folder with two scripts; a file `same` says why their schemas are equal all the same.
struct SchemaCase: CustomTestStringConvertible, Sendable {
  let folder: URL

  static let all: [SchemaCase] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("/before.sql") }.sorted()
      .map { SchemaCase(folder: root.appendingPathComponent($0).deletingLastPathComponent()) }
  }()

  var testDescription: String {
    "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)"
  }
  var isSame: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("same").path) }

  func script(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
