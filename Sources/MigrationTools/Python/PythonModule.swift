/// What a Python file says: read, never run.
struct PythonModule {
  private let source: PythonSource
  private let scope: PythonScope

  init(_ contents: [UInt8]) {
    source = PythonSource(contents)
    scope = PythonScope(source, statements: source.statements.indices)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The last value that the module itself gives `name`, annotated or not; `nil` where no line of its own does.
  func assignment(to name: String) -> PythonScope.Assignment? { scope.assignment(to: name) }

  /// Whether the module mentions `name` at all, outside of comments and strings.
  func mentions(_ name: String) -> Bool { source.tokens.contains { source.isName($0, name) } }

  /// Every class of the file, in its order.
  var classes: [PythonClass] {
    source.statements.indices.compactMap { PythonClass(at: $0, in: source) }
  }

  /// The function that the module itself defines under `name`; the last one counts.
  func function(_ name: String) -> PythonFunction? {
    let starts = source.statements.indices.filter { index in
      let statement = source.statements[index]
      return statement.indentation == 0 && source.isName(statement.defined(by: "def", in: source), name)
    }
    return starts.last.map { PythonFunction(at: $0, in: source) }
  }

  /// The text without one of its functions.
  func text(without function: PythonFunction?) -> String {
    let gap = function?.bytes ?? 0..<0
    return String(decoding: source.bytes[..<gap.lowerBound] + source.bytes[gap.upperBound...], as: UTF8.self)
  }
}
