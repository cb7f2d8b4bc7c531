internal import SchemagateModel

/// Reads one direction of a goose file as internal/sqlparser/parser.go (`ParseSQLMigration`) does: line by line, a
/// statement ends with a line whose last word ends in `;`, or with `StatementEnd`. Strings and `$$` are not understood,
/// and that is on purpose: what goose cuts in two is sent in two pieces here too.
struct GooseParser {
  let direction: Step.Direction
  let variables: [String: String]

  struct Outcome {
    var statements: [SourceText] = []
    var usesTransaction = true
    var hasDown = false
    var problem: HistoryProblem?
  }

  func parse(_ source: SourceText) -> Outcome {
    var reading = GooseReading(direction: direction, variables: variables, path: source.path ?? "")
    var line = 0
    for text in source.text.split(separator: /\r?\n/, omittingEmptySubsequences: false) {
      line += 1
      if let why = reading.take(String(text), line: line) { return reading.failed(why, line: line) }
    }
    if let why = reading.finish() { return reading.failed(why, line: line) }
    return reading.outcome
  }
}

/// The state while the lines of a file go by.
struct GooseReading {
  let direction: Step.Direction
  let variables: [String: String]
  let path: String
  private(set) var outcome = GooseParser.Outcome()
  private var section = Section.none
  private var block = Block.outside
  private var substitutes = false
  /// The statement so far: its first line's number, and its lines.
  private var buffer: (line: Int, lines: [String])?

  private enum Section {
    case none
    case up
    case down
  }

  private enum Block {
    case outside
    case inside
    case ended
  }

  init(direction: Step.Direction, variables: [String: String], path: String) {
    self.direction = direction
    self.variables = variables
    self.path = path
  }

  /// Takes a line; returns why goose would stop here.
  mutating func take(_ text: String, line: Int) -> String? {
    if section == .none, text.trimmed.isEmpty { return nil }
    let isComment = text.trimmed.hasPrefix("--")
    if isComment, text.contains("+goose") {
      switch Self.annotation(of: text) {
      case .failure(let broken): return broken.why
      case .success(.statementEnd):
        guard block == .inside else { return "StatementEnd without StatementBegin" }
        block = .ended
      case .success(let annotation):
        return take(annotation)
      }
    }
    if buffer == nil, isComment || text.isEmpty { return nil }
    return takeCode(text, line: line)
  }

  private mutating func takeCode(_ text: String, line: Int) -> String? {
    guard section != .none else { return "a file must start with '-- +goose Up'" }
    if block != .ended {
      let text = substitutes ? GooseVariables(values: variables).expand(text) : text
      buffer = (buffer?.line ?? line, (buffer?.lines ?? []) + [text])
    }
    guard (section == .up) == (direction == .up) else {
      buffer = nil
      return nil
    }
    if block == .ended || (block == .outside && Self.endsStatement(text)) { store() }
    return nil
  }

  private mutating func take(_ annotation: Annotation) -> String? {
    switch annotation {
    case .up:
      guard section == .none else { return "a second '-- +goose Up'" }
      section = .up
    case .down: return takeDown()
    case .statementBegin:
      guard section != .none, block != .inside else { return "StatementBegin outside a section, or inside a statement" }
      block = .inside
    case .statementEnd: break
    case .noTransaction: outcome.usesTransaction = false
    case .substitute: substitutes = true
    case .dontSubstitute: substitutes = false
    }
    return nil
  }

  private mutating func takeDown() -> String? {
    guard section == .up, block != .inside else { return "'-- +goose Down' must follow '-- +goose Up'" }
    if hasUnfinishedStatement { return Self.missingSemicolon }
    section = .down
    block = .outside
    outcome.hasDown = true
    return nil
  }

  mutating func finish() -> String? {
    if section == .none { return "a file must start with '-- +goose Up'" }
    if block == .inside { return "StatementBegin without StatementEnd" }
    return hasUnfinishedStatement ? Self.missingSemicolon : nil
  }

  func failed(_ why: String, line: Int) -> GooseParser.Outcome {
    var failed = outcome
    failed.problem = .unreadable(location: SourceLocation(path: path, line: line), why: "goose can't read it: \(why)")
    return failed
  }

  private var hasUnfinishedStatement: Bool { buffer?.lines.contains { !$0.trimmed.isEmpty } ?? false }

  /// The statement without white space around it, as goose sends it.
  private mutating func store() {
    block = .outside
    defer { buffer = nil }
    guard let (start, lines) = buffer, let first = lines.firstIndex(where: { !$0.trimmed.isEmpty }) else { return }
    let indent = lines[first].unicodeScalars.prefix { $0.properties.isWhitespace }.count
    let text = lines[first...].joined(separator: "\n").trimmed
    outcome.statements.append(SourceText(path: path, line: start + first, column: indent + 1, text: text))
  }
}

// MARK: - Lines

extension GooseReading {
  fileprivate enum Annotation: String, CaseIterable {
    case up = "up"
    case down = "down"
    case statementBegin = "statementbegin"
    case statementEnd = "statementend"
    case noTransaction = "no transaction"
    case substitute = "envsub on"
    case dontSubstitute = "envsub off"
  }

  fileprivate struct Broken: Error {
    let why: String
  }

  fileprivate static let missingSemicolon = "an unfinished statement: is its semicolon missing?"

  /// `extractAnnotation`: no indentation, one annotation per line, in any case.
  fileprivate static func annotation(of line: String) -> Result<Annotation, Broken> {
    if line.hasPrefix(" ") || line.hasPrefix("\t") { return .failure(Broken(why: "an indented annotation")) }
    let parts = line.split(separator: "--").joined().split(separator: "+goose", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .failure(Broken(why: "several annotations in one line")) }
    let words = parts.joined().trimmed
    guard let annotation = Annotation(rawValue: words.lowercased()) else {
      return .failure(Broken(why: "the annotation '\(words)' is unknown"))
    }
    return .success(annotation)
  }

  /// `endsWithSemicolon`: the last word before a word that begins a comment.
  fileprivate static func endsStatement(_ line: String) -> Bool {
    line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("--") }.last?.hasSuffix(";") ?? false
  }
}
