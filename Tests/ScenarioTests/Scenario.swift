import Foundation
import SchemagateModel
import TestSupport
import Testing

/// A folder of `Tests/Scenarios`: a repository before and after a branch, and what the report must say. How to add one
/// stands in `Tests/Scenarios/README.md`.
struct Scenario: Sendable, CustomTestStringConvertible {
  let engine: EngineKind
  let name: String
  let folder: URL

  var testDescription: String { "\(engine.rawValue)/\(name)" }

  static func all(_ engine: EngineKind) -> [Scenario] {
    let folder = root.appendingPathComponent(engine.rawValue)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      Scenario(engine: engine, name: $0, folder: folder.appendingPathComponent($0))
    }
  }

  /// Every second one, so that two servers can run side by side without a third.
  static func half(_ rest: Int, of engine: EngineKind) -> [Scenario] {
    all(engine).enumerated().filter { $0.offset % 2 == rest }.map(\.element)
  }

  /// What the report must say.
  func expectation() throws -> Expectation {
    try Expectation(yaml: String(contentsOf: folder.appendingPathComponent("expect.yml"), encoding: .utf8))
  }

  /// The repository: `base/` on main, `head/` laid over it on a branch, and `main/` over base where main moved on.
  func repository(_ expected: Expectation) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try lay("base", over: repository)
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try expected.headRemoves.forEach(repository.remove)
    try lay("head", over: repository)
    try repository.commit("branch")
    try repository.git(["checkout", "--quiet", "main"])
    try expected.mainRemoves.forEach(repository.remove)
    try lay("main", over: repository)
    if has("main") || !expected.mainRemoves.isEmpty { try repository.commit("main moves on") }
    return repository
  }

  func has(_ tree: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(tree).path)
  }

  private func lay(_ tree: String, over repository: TemporaryRepository) throws {
    guard has(tree) else { return }
    let source = folder.appendingPathComponent(tree)
    let paths = FileManager.default.enumerator(atPath: source.path)?.compactMap { $0 as? String } ?? []
    for path in paths {
      let file = source.appendingPathComponent(path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      try repository.write(path, String(contentsOf: file, encoding: .utf8))
    }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")
}
