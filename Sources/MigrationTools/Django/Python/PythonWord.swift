/// One word of Python source.
struct PythonWord: Hashable {
  let kind: Kind
  /// A string's contents as they are written, without prefix and quotes.
  let text: String
  /// From 1.
  let line: Int
  /// From 0, in bytes, as Python counts indentation.
  let column: Int
  /// Whether a statement can begin here: the first word of a line that doesn't go on with an earlier one.
  let beginsLine: Bool

  enum Kind: Hashable {
    case name
    /// A string that is a constant: neither bytes nor one with expressions in it.
    case string
    case symbol
    /// A number, bytes, or a string with expressions in it.
    case other
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}
