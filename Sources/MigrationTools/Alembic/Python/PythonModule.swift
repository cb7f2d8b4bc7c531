/// What a Python file says outside of its functions, and where its functions are: read, never run.
struct PythonModule {
  private let bytes: [UInt8]
  private let lines: [PythonLine]

  init(_ text: String) {
    bytes = Array(text.utf8)
    lines = PythonLexer.lines(of: text)
  }

  struct Assignment {
    let line: Int
    /// `nil` where the value has to be computed.
    let value: PythonLiteral?
  }

  /// The last value that the module gives `name`, annotated or not; `nil` where no line of its own does.
  func assignment(to name: String) -> Assignment? {
    lines.lazy.filter { $0.indentation == 0 && $0.tokens.first == .name(name) }.compactMap { line -> Assignment? in
      guard let equals = line.tokens.firstIndex(of: .mark("=")), Self.isTarget(line.tokens[1..<equals]) else {
        return nil
      }
      return Assignment(line: line.number, value: PythonLiteral(line.tokens[(equals + 1)...]))
    }.last
  }

  /// Nothing, or an annotation.
  private static func isTarget(_ tokens: ArraySlice<PythonToken>) -> Bool {
    tokens.isEmpty || tokens.first == .mark(":")
  }

  /// Whether the module mentions `name` at all, outside of comments and strings.
  func mentions(_ name: String) -> Bool { lines.contains { $0.tokens.contains(.name(name)) } }

  struct Function {
    /// Where it stands in the text's bytes.
    let bytes: Range<Int>
    let body: [[PythonToken]]

    /// Statements other than a string, which only documents.
    var statements: [[PythonToken]] {
      body.filter { tokens in
        !tokens.allSatisfy { if case .text = $0 { true } else { false } }
      }
    }

    /// Whether it refuses to run, whatever the state.
    var alwaysRaises: Bool { statements.first?.first == .name("raise") }
  }

  /// The function that the module defines under `name`; the last one counts.
  func function(_ name: String) -> Function? {
    let starts = lines.indices.filter { lines[$0].indentation == 0 && lines[$0].definedFunction == name }
    guard let start = starts.last else { return nil }
    let inner = lines[(start + 1)...].prefix { $0.indentation > 0 || $0.number == lines[start].number }
    let end = inner.last?.bytes.upperBound ?? lines[start].bytes.upperBound
    let body = [lines[start].inlineBody].filter { !$0.isEmpty } + inner.map(\.tokens)
    return Function(bytes: lines[start].bytes.lowerBound..<end, body: body)
  }

  /// The text without one of its functions.
  func text(without function: Function?) -> String {
    let gap = function?.bytes ?? 0..<0
    return String(decoding: bytes[..<gap.lowerBound] + bytes[gap.upperBound...], as: UTF8.self)
  }
}

extension PythonLine {
  /// `def name(…):`, `async def name(…):`.
  fileprivate var definedFunction: String? {
    let words = tokens.first == .name("async") ? tokens.dropFirst() : tokens[...]
    guard words.first == .name("def"), case .name(let name) = words.dropFirst().first else { return nil }
    return name
  }

  /// What stands behind a definition's colon, on the same line.
  fileprivate var inlineBody: [PythonToken] {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .mark("("), .mark("["), .mark("{"): depth += 1
      case .mark(")"), .mark("]"), .mark("}"): depth -= 1
      case .mark(":") where depth == 0: return Array(tokens[(index + 1)...])
      case .name, .text, .other, .mark: break
      }
    }
    return []
  }
}
