internal import SchemagateModel

/// A file's parts, as pkg/dbmate/migration.go parseMigrationContents finds them: an up mark, a down mark behind it, and
/// nothing but comments before the first mark. A part begins with its own mark, and is sent with it, on MySQL too
/// (pkg/driver/mysql/mysql.go connectionString: multiStatements).
struct DbmateFile {
  let path: String
  let file: FileTree.File
  let target: TargetDefinition

  struct Reading {
    var up: MigrationScript?
    var down: MigrationScript?
    var problems: [HistoryProblem] = []
  }

  private struct Mark {
    let direction: Step.Direction
    let line: Int
    let start: String.Index
    let isInTransaction: Bool
  }

  func read() -> Reading {
    let text = file.text
    let marks = marks(in: text)
    if let problem = problem(marks, text) { return Reading(problems: [problem]) }
    return Reading(up: script(.up, marks, text), down: script(.down, marks, text))
  }

  /// All parts of one direction. Several pairs in one file run one after the other, each in a transaction of its own
  /// (pkg/dbmate/db.go Migrate).
  private func script(_ direction: Step.Direction, _ marks: [Mark], _ text: String) -> MigrationScript {
    let parts = marks.indices.filter { marks[$0].direction == direction }
    let pieces = parts.map { index in
      let end = index + 1 < marks.count ? marks[index + 1].start : text.endIndex
      return SourceText(path: path, line: marks[index].line, text: String(text[marks[index].start..<end]))
    }
    let isOutside = parts.contains { !marks[$0].isInTransaction }
    let standard: TransactionScope = pieces.count > 1 ? .section : .file
    return MigrationScript(
      path: path, body: .sql(pieces), transaction: isOutside ? .none : target.tool.transaction ?? standard,
      contentID: file.contentID)
  }

  private func marks(in text: String) -> [Mark] {
    var marks: [Mark] = []
    var line = 1
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      if let found = Self.mark(text[start..<end]) {
        marks.append(Mark(direction: found.0, line: line, start: start, isInTransaction: found.1))
      }
      line += 1
      start = end < text.endIndex ? text.utf8.index(after: end) : end
    }
    return marks
  }

  /// `^--\s*migrate:(up|down)(\s*$|\s+\S+)`; among the options behind it only `transaction:false` says anything.
  private static func mark(_ line: Substring) -> (Step.Direction, Bool)? {
    guard line.utf8.starts(with: "--".utf8) else { return nil }
    let words = line.dropFirst(2).split(whereSeparator: \.isWhitespace)
    let direction: Step.Direction
    switch words.first {
    case "migrate:up": direction = .up
    case "migrate:down": direction = .down
    case _: return nil
    }
    return (direction, words.last { $0.hasPrefix("transaction:") } != "transaction:false")
  }

  /// The tool's own complaints, in its own order.
  private func problem(_ marks: [Mark], _ text: String) -> HistoryProblem? {
    guard let up = marks.firstIndex(where: { $0.direction == .up }) else {
      return unreadable(1, "there is no `-- migrate:up` line")
    }
    if let line = statementLine(in: text[..<marks[up].start]) {
      return unreadable(line, "only comments may stand before `-- migrate:up`")
    }
    for index in marks.indices where marks[index].direction == .up {
      guard index + 1 < marks.count, marks[index + 1].direction == .down else {
        return unreadable(marks[index].line, "no `-- migrate:down` line follows this part")
      }
    }
    let doubled = marks.indices.dropFirst().first { marks[$0].direction == .down && marks[$0 - 1].direction == .down }
    return doubled.map { unreadable(marks[$0].line, "a `-- migrate:up` part must precede this line") }
  }

  private func statementLine(in text: Substring) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.firstIndex { !$0.trimmed.isEmpty && !$0.trimmed.hasPrefix("--") }.map { $0 + 1 }
  }

  private func unreadable(_ line: Int, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: path, line: line), why: why)
  }
}
