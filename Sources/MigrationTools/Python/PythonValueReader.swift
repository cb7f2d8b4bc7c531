/// Reads a value from the tokens that write it.
struct PythonValueReader {
  private let source: PythonSource
  private let tokens: ArraySlice<PythonToken>
  private var at: Int
  private var depth = 0

  private init(_ tokens: ArraySlice<PythonToken>, of source: PythonSource) {
    self.source = source
    self.tokens = tokens
    at = tokens.startIndex
  }

  /// Commas make a tuple, even without brackets.
  static func value(of tokens: ArraySlice<PythonToken>, in source: PythonSource) -> PythonValue {
    var reader = PythonValueReader(tokens, of: source)
    let (items, commas) = reader.items()
    guard reader.isAtEnd, let first = items.first else { return .computed }
    return commas == 0 ? first : .sequence(items)
  }

  /// Python reads brackets 200 deep; nobody writes values like that.
  private static let deepest = 64

  private var isAtEnd: Bool { at >= tokens.endIndex }

  private func next(_ mark: Unicode.Scalar) -> Bool { !isAtEnd && tokens[at].isMark(mark) }

  private var isAtBorder: Bool { isAtEnd || next(",") || tokens[at].nesting < 0 }

  /// Values with commas between them, up to a closing bracket or the end.
  private mutating func items() -> (items: [PythonValue], commas: Int) {
    var items: [PythonValue] = []
    var commas = 0
    while !isAtEnd, tokens[at].nesting >= 0 {
      items.append(expression())
      guard next(",") else { break }
      commas += 1
      at += 1
    }
    return (items, commas)
  }

  /// A value, sums of sequences included.
  private mutating func expression() -> PythonValue {
    let first = primary()
    guard next("+"), case .sequence(var items) = first else { return isAtBorder ? first : passOver() }
    while next("+") {
      at += 1
      guard case .sequence(let more) = primary() else { return passOver() }
      items += more
    }
    return isAtBorder ? .sequence(items) : passOver()
  }

  private mutating func primary() -> PythonValue {
    guard !isAtEnd else { return .computed }
    if tokens[at].isText { return text() }
    if tokens[at].kind == .name { return name() }
    if next("[") { return bracketed(closing: "]").map { .sequence($0.items) } ?? .computed }
    guard next("("), let (items, commas) = bracketed(closing: ")") else { return .computed }
    if commas == 0, let only = items.first { return only }
    return .sequence(items)
  }

  /// Neighbouring strings are one.
  private mutating func text() -> PythonValue {
    var whole = ""
    var isKnown = true
    while !isAtEnd, case .text(let isRaw) = tokens[at].kind {
      let text = isRaw ? source.spelling(tokens[at]) : PythonEscapes.text(of: source.bytes[tokens[at].bytes])
      whole += text ?? ""
      isKnown = isKnown && text != nil
      at += 1
    }
    return isKnown ? .text(whole) : .computed
  }

  private mutating func name() -> PythonValue {
    var name = source.spelling(tokens[at])
    at += 1
    while next("."), at + 1 < tokens.endIndex, tokens[at + 1].kind == .name {
      name += "." + source.spelling(tokens[at + 1])
      at += 2
    }
    if next("(") { return bracketed(closing: ")").map { .call(name, $0.items) } ?? .computed }
    switch name {
    case "None": return .none
    case "True", "False": return .flag(name == "True")
    default: return .name(name)
    }
  }

  /// What stands between brackets; `nil`, and nothing read any further, where they don't match or are too deep.
  private mutating func bracketed(closing: Unicode.Scalar) -> (items: [PythonValue], commas: Int)? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    at += 1
    let found = items()
    depth -= 1
    guard next(closing) else { return nil }
    at += 1
    return found
  }

  /// Goes to the comma or bracket that ends what can't be told.
  private mutating func passOver() -> PythonValue {
    var nesting = 0
    while !isAtEnd {
      if nesting == 0, isAtBorder { break }
      nesting += tokens[at].nesting
      at += 1
    }
    return .computed
  }
}
