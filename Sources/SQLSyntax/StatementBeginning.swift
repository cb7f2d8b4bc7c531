package import SchemagateModel

extension SQLSplitter {
  /// How a statement begins, on one line and without comments, so that a reader knows it again. The values that it
  /// writes are left out, since seed data holds secrets: `INSERT INTO t (a, b) …`, `UPDATE t SET a = '…'`.
  package func beginning(of statement: SourceText, limit: Int = 200) -> String {
    var scanner = Scanner(statement.text, dialect: dialect)
    var writer = BeginningWriter(dialect: dialect)
    while writer.text.count <= limit, let token = scanner.next() {
      guard writer.take(token.kind, String(decoding: scanner.bytes[token.range], as: UTF8.self)) else { break }
    }
    return writer.text.count <= limit ? writer.text : writer.text.prefix(limit) + "…"
  }
}

/// Puts a statement's tokens together again, one space for each gap.
private struct BeginningWriter {
  /// Their numbers are sizes and versions; those of other statements may be somebody's data.
  private static let structural: Set = ["CREATE", "ALTER", "DROP", "RENAME", "PRAGMA", "SET", "LOCK", "COMMENT"]

  let dialect: EngineKind
  private(set) var text = ""
  private var first: String?
  private var depth = 0
  private var writesRows = false
  private var isGap = false
  /// What was written last; `…` for a number.
  private var last = ""

  init(dialect: EngineKind) { self.dialect = dialect }

  /// Returns whether anything may follow.
  mutating func take(_ kind: Token.Kind, _ token: String) -> Bool {
    switch kind {
    case .space, .lineComment, .blockComment: isGap = true
    case .word: return takeWord(token)
    case .quoted: write(shown(token))
    case .terminator:
      if first == "COPY" { return false }
      write(token)
    case .open, .close:
      depth += kind == .open ? 1 : -1
      write(token)
    case .other:
      // The rest of a number.
      if token == ".", last == "…", !isGap { return true }
      write(token)
    case .condition, .metaCommand: write(token)
    }
    return true
  }

  private mutating func takeWord(_ token: String) -> Bool {
    let word = token.uppercased()
    first = first ?? word
    if word == "INSERT" || word == "REPLACE" { writesRows = true }
    if first == "VALUES" || depth == 0 && writesRows && ["VALUES", "VALUE", "SET"].contains(word) {
      if first == "VALUES" { write(token) }
      isGap = true
      write("…")
      return false
    }
    guard token.first?.isNumber == true, !Self.structural.contains(first ?? "") else {
      write(token)
      return true
    }
    if last != "…" || isGap { write("…") }
    return true
  }

  private mutating func write(_ token: String) {
    if isGap, !text.isEmpty { text += " " }
    text += token.replacing(#/\s+/#, with: " ")
    isGap = false
    last = token
  }

  private func shown(_ token: String) -> String {
    switch token.first {
    case "'", "e", "E": "'…'"
    case "$": "$$…$$"
    case "\"": isString ? "'…'" : token
    default: token
    }
  }

  /// Double quotes hold a name. MySQL takes it for a string, and so does SQLite where no column is called so.
  private var isString: Bool {
    switch dialect {
    case .postgresql: false
    case .mysql, .mariadb: true
    case .sqlite: !Self.structural.contains(first ?? "") && ["=", ">", "<", "|", "+"].contains(last)
    }
  }
}
