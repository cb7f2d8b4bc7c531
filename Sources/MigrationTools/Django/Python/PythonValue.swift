/// A value as Python source writes it, as far as it can be told without running anything.
indirect enum PythonValue: Hashable {
  case text(String)
  case flag(Bool)
  /// A list or a tuple.
  case sequence([PythonValue])
  /// A function called with these arguments.
  case call(String, [PythonValue])
  /// A name, with dots where it has them.
  case name(String)
  /// Whatever has to be computed.
  case computed

  init(_ tokens: ArraySlice<PythonWord>) {
    var reader = PythonValueReader(tokens: tokens)
    let value = reader.expression()
    self = reader.isAtEnd ? value : .computed
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// Reads one value after the other from words.
private struct PythonValueReader {
  let tokens: ArraySlice<PythonWord>
  private var at: Int

  init(tokens: ArraySlice<PythonWord>) {
    self.tokens = tokens
    at = tokens.startIndex
  }

  var isAtEnd: Bool { at >= tokens.endIndex }

  /// A value, sums of sequences included; ends at a comma, a closing bracket or the end.
  mutating func expression() -> PythonValue {
    var value = primary()
    while next("+"), case .sequence(let left) = value {
      at += 1
      guard case .sequence(let right) = primary() else { return passOver() }
      value = .sequence(left + right)
    }
    return isAtEnd || next(",") || next(")") || next("]") || next("}") ? value : passOver()
  }

  private mutating func primary() -> PythonValue {
    guard !isAtEnd else { return .computed }
    let token = tokens[at]
    switch token.kind {
    case .string: return string()
    case .name: return name()
    case .symbol where token.text == "[": return sequence(closing: "]").value
    case .symbol where token.text == "(":
      let (value, isTuple) = sequence(closing: ")")
      if case .sequence(let items) = value, !isTuple, items.count == 1 { return items[0] }
      return value
    case .symbol, .other: return .computed
    }
  }

  /// Neighbouring strings are one.
  private mutating func string() -> PythonValue {
    var text = ""
    while !isAtEnd, tokens[at].kind == .string {
      text += tokens[at].text
      at += 1
    }
    return .text(text)
  }

  private mutating func name() -> PythonValue {
    var name = tokens[at].text
    at += 1
    while next("."), at + 1 < tokens.endIndex, tokens[at + 1].kind == .name {
      name += "." + tokens[at + 1].text
      at += 2
    }
    if next("("), case .sequence(let arguments) = sequence(closing: ")").value { return .call(name, arguments) }
    if name == "True" || name == "False" { return .flag(name == "True") }
    return .name(name)
  }

  /// What stands between brackets, and whether a comma makes it a tuple.
  private mutating func sequence(closing: String) -> (value: PythonValue, isTuple: Bool) {
    at += 1
    var items: [PythonValue] = []
    var commas = 0
    while !isAtEnd, !next(closing) {
      items.append(expression())
      guard next(",") else { break }
      commas += 1
      at += 1
    }
    guard next(closing) else { return (passOver(), false) }
    at += 1
    return (.sequence(items), commas > 0 || items.isEmpty)
  }

  /// Goes to the comma or bracket that ends what can't be told.
  private mutating func passOver() -> PythonValue {
    var depth = 0
    while !isAtEnd {
      let token = tokens[at]
      if token.kind == .symbol, "([{".contains(token.text) { depth += 1 }
      if token.kind == .symbol, ")]}".contains(token.text) {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0, token.isSymbol(",") { break }
      at += 1
    }
    return .computed
  }

  private func next(_ symbol: String) -> Bool { !isAtEnd && tokens[at].isSymbol(symbol) }
}
