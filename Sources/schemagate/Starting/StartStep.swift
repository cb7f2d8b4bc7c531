import Foundation
import SchemagateModel

/// One thing that `init` does or says.
enum StartStep: Hashable {
  /// A file below the repository's root.
  case write(root: String, path: String, text: String)
  /// It exists, and is left as it is.
  case keep(path: String)
  case installHook(folder: String)
  /// Something that only a person can do, with lines to copy.
  case tell(what: String, lines: String)

  var title: String {
    switch self {
    case .write(_, let path, _), .keep(let path): path
    case .installHook: "the pre-push hook"
    case .tell(let what, _): what
    }
  }

  /// What changes nothing needs no consent.
  var isAsked: Bool {
    switch self {
    case .write, .installHook: true
    case .keep, .tell: false
    }
  }

  var question: String {
    switch self {
    case .write(_, let path, _): "Write \(path)?"
    case .installHook: "Install the pre-push hook, which checks what is about to be pushed?"
    case .keep, .tell: title
    }
  }

  /// Does it; returns what is to be said of it.
  func carryOut() throws -> String {
    switch self {
    case .write(let root, let path, let text):
      if let link = StartFile(root: root, force: true).link(in: path) { throw StartError.linked(path: link) }
      try write(text, to: "\(root)/\(path)")
      return "wrote \(path)" + Self.remark(on: text)
    case .keep(let path): return "left \(path) as it is (--force writes it anew)"
    case .installHook(let folder): return hook(in: folder)
    case .tell(let what, let lines): return "\(what):\n\n\(lines)"
    }
  }

  /// What it would do, for those who only look.
  var shown: String {
    switch self {
    case .write(_, let path, let text):
      "would write \(path):\n\n"
        + text.split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { "  \($0)" }.joined(separator: "\n")
    case .keep(let path): "would leave \(path) as it is"
    case .installHook(let folder): "would install \(folder)/pre-push"
    case .tell(let what, let lines): "\(what):\n\n\(lines)"
    }
  }

  /// What stands for something that the release names.
  private static func remark(on text: String) -> String {
    text.contains("OWNER/schemagate") ? ": put in what the release's page names in the place of OWNER and COMMIT" : ""
  }

  private func write(_ text: String, to file: String) throws {
    let place = URL(fileURLWithPath: file)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place, options: .atomic)
    } catch {
      throw StartError.unwritable(path: file, detail: error.localizedDescription)
    }
  }

  /// A hook of somebody else's is no reason to stop: everything else stands.
  private func hook(in folder: String) -> String {
    do {
      switch try HookInstaller(folder: folder).install() {
      case .installed(let path): return "installed \(path)"
      case .updated(let path): return "brought \(path) up to date"
      case .alreadyThere(let path): return "left \(path) as it is"
      }
    } catch {
      let report = error.report
      return "left the pre-push hook as it is: \(report.what)" + (report.try.map { "\n  try: \($0)" } ?? "")
    }
  }
}
