import Foundation
import GitSource
import SchemagateModel

/// The work tree's files, into which declarations are written; never into one that isn't as head has it.
struct DeclarationFiles {
  let repository: GitRepository
  let head: GitCommit

  enum Outcome: Hashable {
    case written
    /// The lines weren't written, and why.
    case left(String)
  }

  /// The file's text in the work tree; `nil` where it isn't there.
  func text(of path: String) -> String? {
    FileManager.default.contents(atPath: place(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ lines: [String], of lacking: LackingDeclarations) throws -> Outcome {
    let path = lacking.destination
    let present = text(of: path)
    guard try isAsInHead(path, present) else {
      return .left("it isn't as the checked revision has it; commit it first")
    }
    guard let changed = changed(present, lines, lacking) else {
      return .left(lacking.sidecar == nil ? "no statement was found in it" : "its list can't be added to")
    }
    try put(changed, at: path)
    return .written
  }

  private func changed(_ text: String?, _ lines: [String], _ lacking: LackingDeclarations) -> String? {
    guard lacking.sidecar == nil else {
      return SidecarInsertion(text: text).inserting(lines.map { DeclarationText(line: $0).entry })
    }
    return text.flatMap { DeclarationInsertion($0, dialect: lacking.engine).inserting(lines) }
  }

  /// A checkout may have changed line ends on its way.
  private func isAsInHead(_ path: String, _ present: String?) throws -> Bool {
    let committed = try repository.read(path, in: head.tree).map { String(decoding: $0.contents, as: UTF8.self) }
    return committed?.withPlainLineEnds == present?.withPlainLineEnds
  }

  private func put(_ text: String, at path: String) throws {
    let file = URL(fileURLWithPath: place(path))
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      throw OutputError.unwritable(path: file.path, detail: error.localizedDescription)
    }
  }

  private func place(_ path: String) -> String { repository.path + "/" + path }
}

extension String {
  /// Bytes are compared: Swift takes a carriage return and a newline for one character.
  fileprivate var withPlainLineEnds: [UInt8] { utf8.filter { $0 != UInt8(ascii: "\r") } }
}
