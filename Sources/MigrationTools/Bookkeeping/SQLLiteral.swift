internal import SchemagateModel

extension EngineKind {
  /// `text` as a string literal of this engine.
  func literal(_ text: String) -> String {
    let quoted = text.map { $0 == "'" ? "''" : String($0) }.joined()
    switch self {
    case .postgresql, .sqlite: return "'\(quoted)'"
    case .mysql, .mariadb: return "'\(quoted.map { $0 == "\\" ? "\\\\" : String($0) }.joined())'"
    }
  }

  /// `bytes` as a binary literal of this engine.
  func literal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    let text = String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    switch self {
    case .postgresql: return "'\\x\(text)'::bytea"
    case .sqlite, .mysql, .mariadb: return "X'\(text)'"
    }
  }

  /// `name` as a quoted identifier of this engine.
  func identifier(_ name: String) -> String {
    switch self {
    case .postgresql, .sqlite: "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    case .mysql, .mariadb: "`" + name.map { $0 == "`" ? "``" : String($0) }.joined() + "`"
    }
  }
}
