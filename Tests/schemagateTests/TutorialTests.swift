import Foundation
import SchemagateModel
import TestSupport
import Testing

/// Does what the tutorial tells its reader to do, in its order, and compares what it shows with what is printed.
@Suite("The tutorial")
struct TutorialTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../Sources/SchemagateModel/Documentation.docc/FirstGate")

  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test(
    "works as it is written, and shows what is printed",
    .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
  func steps() throws {
    var last = ""
    for file in try Self.codeFiles() {
      let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
      if file.hasSuffix(".sh") {
        last = try run(text, failing: file.contains("failing"), named: file)
      } else {
        let shown = file.contains("comment") ? try comment() : last
        try compare(shown, with: text, in: file)
      }
    }
  }

  /// The files of the steps, in the order in which the page shows them.
  private static func codeFiles() throws -> [String] {
    let page = try String(contentsOf: folder.appendingPathComponent("FirstGate.tutorial"), encoding: .utf8)
    let files = page.matches(of: /@Code\(name: "[^"]*", file: "([^"]+)"/).map { String($0.output.1) }
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".sh") || $0.hasSuffix(".txt")
    }
    #expect(files.sorted() == present.sorted() && files.count > 8)
    return files
  }

  private func run(_ script: String, failing: Bool, named file: String) throws -> String {
    let shop = place.path + "/bookshop"
    let programs = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var environment = ["PATH": "\(programs):\(path)"]
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = "Ada"
      environment["GIT_\(role)_EMAIL"] = "ada@example.org"
    }
    let result = try Running(
      "/bin/bash", ["-e", "-c", script], in: FileManager.default.fileExists(atPath: shop) ? shop : place.path,
      environment: environment
    ).result()
    #expect(result.status == (failing ? 1 : 0), "\(file): \(result.output)\(result.error)")
    return result.output
  }

  private func comment() throws -> String {
    try String(contentsOfFile: place.path + "/bookshop/schemagate.md", encoding: .utf8)
  }

  private func compare(_ shown: String, with text: String, in file: String) throws {
    // What differs in commits and times alone stays as it was recorded.
    let differs = shown.withoutWhatVaries != text.withoutWhatVaries
    guard !differs || ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(shown.utf8).write(to: Self.folder.appendingPathComponent(file))
      Issue.record("\(file) was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    #expect(shown.withoutWhatVaries == text.withoutWhatVaries, "\(file); SCHEMAGATE_RECORD=1 writes it anew")
  }
}

extension String {
  /// Commits, digests, versions of servers and times differ from run to run.
  fileprivate var withoutWhatVaries: String {
    replacing(/\b[0-9a-f]{10,40}\b/, with: "…").replacing(/PostgreSQL [0-9.]+/, with: "PostgreSQL …")
      .replacing(/[0-9.]+ m?s\b/, with: "…")
  }
}
