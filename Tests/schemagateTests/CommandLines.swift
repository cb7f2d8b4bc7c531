import Foundation

@testable import schemagate

/// The command lines that people copy: from the read-me, the hook, the CI templates, and the contract.
enum CommandLines {
  private static let contract = [
    "check", "check --base origin/main --head HEAD", "check --all", "check --history-only", "check --worktree",
    "check --repo . --config schemagate.yml --target shop --target till", "check --server postgresql://u@h/db --keep",
    "check --format text --format json=report.json --format markdown=comment.md --fail-on warning",
    "check --verbose --no-color", "check --quiet", "diff main HEAD", "diff postgresql://u@h/db main:shop --repo .",
    "diff sqlite:app.db migrations --engine sqlite --format json=diff.json",
    "diff dump.sql main --server postgresql://h/",
    "expect", "expect --base main --head work", "expect --worktree --write", "hook install", "hook install --repo .",
    "hook pre-push origin https://example.org/shop.git", "hook pre-push --strict origin git@example.org:shop.git",
  ]

  /// Never empty: the contract's own lines and the hook's are always among them.
  static func all() -> [String] {
    let files = ["README.md"] + (filesBelow("hooks") + filesBelow("ci-templates"))
    let found = files.flatMap { path in
      (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)).map(lines) ?? []
    }
    var seen: Set<String> = []
    return (contract.map { "schemagate " + $0 } + lines(HookScript.text) + found).filter { seen.insert($0).inserted }
  }

  /// The arguments, as a shell would take the line apart. Git gives its hook a remote; other scripts may get nothing.
  static func words(_ line: String) -> [String] {
    let given = line.hasPrefix("schemagate hook ") ? "origin" : ""
    return line.replacingOccurrences(of: "\"$@\"", with: given).replacingOccurrences(of: "$number", with: "1")
      .split(separator: " ").dropFirst().map { $0.trimmingCharacters(in: ["\"", "'"]) }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func filesBelow(_ folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (found?.allObjects as? [String] ?? []).map { "\(folder)/\($0)" }
  }

  /// Lines that begin with the program's name, behind a prompt or `exec` too, up to what a shell reads of them.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var line = line.trimmingCharacters(in: .whitespaces)
      for prefix in ["$ ", "- run: ", "run: ", "exec "] where line.hasPrefix(prefix) { line.removeFirst(prefix.count) }
      guard line.hasPrefix("schemagate "), !line.contains("…"), !line.contains("$(") else { return nil }
      for end in [" #", " |", " >", " &&", " ||", ";", " \\"] {
        if let range = line.range(of: end) { line = String(line[..<range.lowerBound]) }
      }
      return line
    }
  }
}
