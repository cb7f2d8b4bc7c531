internal import SchemagateModel

/// A file of formatted SQL, line by line (liquibase/parser/AbstractFormattedChangeLogParser.java and
/// core/formattedsql/FormattedSqlChangeLogParser.java).
struct LiquibaseSQLFile {
  let path: String
  let text: String

  struct ChangeSet {
    let author: String
    let id: String
    let line: Int
    let attributes: LiquibaseAttributes
    /// The lines of the file up to the end of the change set, with everything that isn't its SQL left empty, so that places stay.
    var lines: [String]
    var rollback: [(line: Int, text: String)] = []
    var preconditions: String?
    var acceptsAnyContent = false

    var sql: String { lines.joined(separator: "\n") }
  }

  struct Outcome {
    var changeSets: [ChangeSet] = []
    var properties: [String: String] = [:]
    var logicalPath: String?
    var problem: HistoryProblem?
  }

  static func isFormatted(_ text: String) -> Bool {
    let first = text.split(whereSeparator: \.isNewline).first { !$0.trimmed.isEmpty }
    return first?.contains(/^(?i)\s*--\s*liquibase\s*formatted/) ?? false
  }

  func read() -> Outcome {
    var reading = LiquibaseReading(path: path)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      reading.take(String(line), line: index + 1)
    }
    return reading.finished
  }
}

/// What stands behind `author:id`: `name:value`, or `name:"several words"`.
struct LiquibaseAttributes {
  private let text: String

  init(_ text: some StringProtocol) { self.text = String(text) }

  subscript(name: String) -> String? {
    guard let start = text.range(ofWord: name + ":") else { return nil }
    let value = text[start...]
    if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
    return String(value.prefix { !$0.isWhitespace })
  }

  func flag(_ name: String, or standard: Bool) -> Bool { self[name].map { $0.lowercased() == "true" } ?? standard }
}

extension String {
  /// Behind the first `word`, in any case, that no letter precedes.
  fileprivate func range(ofWord word: String) -> Index? {
    let (lower, word) = (lowercased(), word.lowercased())
    guard lower.utf8.count == utf8.count else { return nil }
    return lower.ranges(of: word).first {
      $0.lowerBound == lower.startIndex || !lower[lower.index(before: $0.lowerBound)].isLetter
    }.map { $0.upperBound.samePosition(in: self) ?? endIndex }
  }
}

/// The state while the lines of a file go by.
private struct LiquibaseReading {
  let path: String
  private var outcome = LiquibaseSQLFile.Outcome()
  private var current: LiquibaseSQLFile.ChangeSet?
  private var isIgnoring = false
  private var ignored = 0
  private var isInRollback = false

  init(path: String) { self.path = path }

  var finished: LiquibaseSQLFile.Outcome {
    var finished = outcome
    if let current { finished.changeSets.append(current) }
    return finished
  }

  mutating func take(_ text: String, line: Int) {
    if skip(text) || takeRollbackLine(text, line) { return keep("", line) }
    let mark = text.trimmed
    guard mark.hasPrefix("--") || mark.hasPrefix("/*") else { return keep(text, line) }
    if let match = mark.wholeMatch(of: /(?i)--\s*changeset\s+("[^"]+"|[^:]+):\s*("[^"]+"|\S+)(.*)/) {
      return begin(String(match.output.1), String(match.output.2), LiquibaseAttributes(match.output.3), line)
    }
    keep(isDirective(mark, line) ? "" : text, line)
  }

  private mutating func keep(_ text: String, _ line: Int) { current?.lines.append(text) }

  private mutating func begin(_ author: String, _ id: String, _ attributes: LiquibaseAttributes, _ line: Int) {
    if let current { outcome.changeSets.append(current) }
    let plain = { (text: String) in text.filter { $0 != "\"" } }
    current = LiquibaseSQLFile.ChangeSet(
      author: plain(author), id: plain(id), line: line, attributes: attributes,
      lines: [String](repeating: "", count: line))
  }

  private mutating func skip(_ text: String) -> Bool {
    if ignored > 0 {
      ignored -= 1
      return true
    }
    guard let match = text.wholeMatch(of: /(?i)--\s*ignoreLines:(\w+)/) else { return isIgnoring }
    switch match.output.1 {
    case "start": isIgnoring = true
    case "end": isIgnoring = false
    case let count: ignored = Int(count) ?? 0
    }
    return true
  }

  private mutating func takeRollbackLine(_ text: String, _ line: Int) -> Bool {
    if isInRollback {
      let end = text.trimmed.hasSuffix("*/")
      let sql = end ? String(text.trimmed.dropLast(2)) : text
      current?.rollback.append((line, sql))
      isInRollback = !end
      return true
    }
    isInRollback = current != nil && text.contains(/^(?i)\s*\/\*\s*liquibase\s*rollback\s*$/)
    return isInRollback
  }

  /// Whether a comment is Liquibase's; those that only it understands never reach the server.
  private mutating func isDirective(_ mark: String, _ line: Int) -> Bool {
    if mark.contains(/^(?i)--\s*liquibase\s*formatted/) {
      outcome.logicalPath = outcome.logicalPath ?? LiquibaseAttributes(mark)["logicalFilePath"]
      return true
    }
    if mark.contains(/^(?i)--\s*property\s+/) {
      let words = LiquibaseAttributes(mark)
      if let name = words["name"], outcome.properties[name] == nil { outcome.properties[name] = words["value"] ?? "" }
      return true
    }
    if let match = mark.wholeMatch(of: /(?i)--\s*rollback (.*)/) {
      current?.rollback.append((line, String(match.output.1)))
      return true
    }
    if mark.contains(/^(?i)--\s*validCheckSum:?\s/) { current?.acceptsAnyContent = true }
    if mark.contains(/^(?i)--\s*precondition/) {
      let words = LiquibaseAttributes(mark)
      let earlier = current?.preconditions
      current?.preconditions = words["onFail"] ?? earlier ?? "HALT"
    }
    if mark.contains(/^(?i)-?\s*-\s*changeset\b/), outcome.problem == nil {
      let why = "Liquibase stops here: a change set begins with `--changeset author:id`"
      outcome.problem = .unreadable(location: SourceLocation(path: path, line: line), why: why)
    }
    return mark.contains(/^(?i)--\s*(?:comment:? |validCheckSum|precondition)/)
  }
}
