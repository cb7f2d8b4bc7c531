import Foundation
import SchemagateModel

@testable import MigrationTools

/// A repository's files, read from `Cases/<tool>/<case>`.
struct CaseFolder {
  let tool: String
  let name: String
  let files: FileTree

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

  init(_ tool: String, _ name: String) throws {
    self.tool = tool
    self.name = name
    let folder = Self.root.appendingPathComponent(tool).appendingPathComponent(name)
    var files: [String: FileTree.File] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files[path] = .of(try Data(contentsOf: url).map { $0 })
    }
    self.files = FileTree(files: files)
  }

  var listing: FileListing { files.listing }

  /// Every case of every tool.
  static func all() throws -> [CaseFolder] {
    try tools().flatMap { tool in
      try names(in: root.appendingPathComponent(tool)).map { try CaseFolder(tool, $0) }
    }
  }

  static func tools() throws -> [String] { try names(in: root) }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }
}

extension FileTree {
  /// A tree of texts by path.
  init(texts: [String: String]) {
    self.init(files: texts.mapValues { .of(Array($0.utf8)) })
  }

  var listing: FileListing {
    let files = files
    return FileListing(paths: paths) { files[$0] }
  }
}

extension FileTree.File {
  fileprivate static func of(_ contents: [UInt8]) -> Self {
    Self(contents: contents, contentID: SHA384.digest(of: contents).map { String($0) }.joined(separator: "."))
  }
}

extension MigrationHistory {
  var ids: [String] { migrations.map(\.id.rawValue) }

  /// The history without what comes after `count` migrations.
  func first(_ count: Int) -> MigrationHistory { MigrationHistory(migrations: Array(migrations.prefix(count))) }
}

extension MigrationScript {
  var pieces: [String] {
    switch body {
    case .sql(let pieces): pieces.map(\.text)
    case .program, .command: []
    }
  }
}

extension TargetDefinition {
  static func test(_ tool: String, _ engine: EngineKind = .postgresql, in folder: String = "m") -> Self {
    Self(name: "test", engine: engine, migrations: [folder], tool: ToolSettings(name: tool))
  }
}
