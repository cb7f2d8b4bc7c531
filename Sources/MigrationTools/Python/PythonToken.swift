/// A piece of Python source; its text stays in the file's bytes.
struct PythonToken: Hashable {
  let kind: Kind
  /// Where it stands; of a string, what is between the quotes.
  let bytes: Range<Int>

  enum Kind: Hashable {
    case name
    /// A string that is a constant. In a raw one backslashes mean themselves.
    case text(isRaw: Bool)
    /// A number, bytes, or a string with expressions in it.
    case other
    /// An operator or a bracket of one character.
    case mark(UInt8)
    /// A character with `=` behind it: an assignment that adds to what is there, or a comparison.
    case compound(UInt8)
  }

  var isText: Bool { if case .text = kind { true } else { false } }

  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: mark)) }

  /// 1 where a bracket opens, -1 where one closes.
  var nesting: Int {
    switch kind {
    case .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")): 1
    case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")), .mark(UInt8(ascii: "}")): -1
    case .name, .text, .other, .mark, .compound: 0
    }
  }
}

/// One statement, or the head of a compound one: brackets, backslashes and long strings join the lines of the file.
struct PythonStatement: Hashable {
  /// The line from 1 where it begins.
  let line: Int
  /// In columns, as Python counts them.
  let indentation: Int
  /// Whether a semicolon puts it behind another one.
  let followsSemicolon: Bool
  /// Which of the source's tokens it is made of; never empty.
  let tokens: Range<Int>
  /// Where it stands in the source's bytes, its indentation included.
  let bytes: Range<Int>
}
