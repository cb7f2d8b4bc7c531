/// A value that stands in the source as it is: nothing, a string, or a row of strings.
enum PythonLiteral: Hashable {
  case none
  case text(String)
  case texts([String])

  /// The strings that it holds.
  var all: [String] {
    switch self {
    case .none: []
    case .text(let text): [text]
    case .texts(let texts): texts
    }
  }

  /// `nil` for anything that has to be computed.
  init?(_ tokens: some Collection<PythonToken>) {
    var reader = Reader(tokens: ArraySlice(tokens))
    guard let value = reader.row(), reader.tokens.isEmpty else { return nil }
    self = value
  }

  private struct Reader {
    var tokens: ArraySlice<PythonToken>

    /// One value, or several with commas between them, which make a tuple even without brackets.
    mutating func row() -> PythonLiteral? {
      guard let first = element() else { return nil }
      guard tokens.first == .mark(",") else { return first }
      var texts = first.all
      while tokens.first == .mark(",") {
        tokens.removeFirst()
        guard let next = tokens.first, next != .mark(")"), next != .mark("]") else { break }
        guard let element = element(), case .text(let text) = element else { return nil }
        texts.append(text)
      }
      guard case .text = first else { return nil }
      return .texts(texts)
    }

    private mutating func element() -> PythonLiteral? {
      switch tokens.popFirst() {
      case .name("None"): return PythonLiteral.none
      case .text(let text): return .text(text + rest())
      case .mark("("): return bracketed(until: ")")
      case .mark("["): return bracketed(until: "]").map { .texts($0.all) }
      default: return nil
      }
    }

    /// Strings side by side are one.
    private mutating func rest() -> String {
      var text = ""
      while case .text(let next) = tokens.first {
        text += next
        tokens.removeFirst()
      }
      return text
    }

    private mutating func bracketed(until end: String) -> PythonLiteral? {
      if tokens.first == .mark(end) {
        tokens.removeFirst()
        return .texts([])
      }
      guard let value = row(), tokens.popFirst() == .mark(end) else { return nil }
      return value
    }
  }
}
