import Foundation
import Yams

/// The files that users copy, and the scripts that they call.
enum Templates {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  static func yaml(_ path: String) throws -> Node {
    guard let node = try Yams.compose(yaml: try text(path)) else { throw Missing(what: path) }
    return node
  }

  /// `yaml` at a path of keys; throws where there is nothing.
  static func part(_ path: String, _ keys: String...) throws -> Node {
    try keys.reduce(try yaml(path)) { node, key in
      guard let next = node[key] else { throw Missing(what: "\(path): \(key)") }
      return next
    }
  }

  static let workflows = [
    "github-actions.yml", "github-actions-service.yml", "github-actions-forks-check.yml",
    "github-actions-forks-publish.yml", "github-actions-recheck.yml", "github-actions-matrix.yml",
  ].map { "ci-templates/" + $0 }

  struct Missing: Error {
    let what: String
  }
}

extension Node {
  /// Keys and values that are text, such as an environment.
  var texts: [String: String] {
    Dictionary(
      (mapping?.map { ($0.key.string ?? "", $0.value.scalar?.string ?? "") }) ?? [], uniquingKeysWith: { $1 })
  }

  var items: [Node] { sequence.map(Array.init) ?? [] }
}
