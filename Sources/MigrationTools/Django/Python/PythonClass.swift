/// The names that a class body sets, as far as they are constants.
struct PythonClass {
  /// The words after `class`, its bases included.
  let header: [String]
  let line: Int
  private let assignments: [String: Assignment]

  struct Assignment: Hashable {
    let value: PythonValue
    let line: Int
  }

  subscript(name: String) -> Assignment? { assignments[name] }

  /// Every class of a file, in its order.
  static func classes(in tokens: [PythonWord]) -> [PythonClass] {
    tokens.indices.filter { tokens[$0].beginsLine && tokens[$0].text == "class" && tokens[$0].kind == .name }
      .compactMap { PythonClass(at: $0, in: tokens) }
  }

  var name: String { header.first ?? "" }

  private init?(at start: Int, in tokens: [PythonWord]) {
    let column = tokens[start].column
    let rest = tokens[(start + 1)...]
    let bodyStart = rest.firstIndex { $0.beginsLine } ?? tokens.endIndex
    let bodyEnd = tokens[bodyStart...].firstIndex { $0.beginsLine && $0.column <= column } ?? tokens.endIndex
    guard bodyStart < bodyEnd else { return nil }
    header = tokens[(start + 1)..<bodyStart].filter { $0.kind == .name }.map(\.text)
    line = tokens[start].line
    assignments = Self.assignments(in: tokens[bodyStart..<bodyEnd])
  }

  /// A name that is set twice, added to, or set under a condition has to be computed.
  private static func assignments(in body: ArraySlice<PythonWord>) -> [String: Assignment] {
    guard let indent = body.first?.column else { return [:] }
    var found: [String: Assignment] = [:]
    let starts = body.indices.filter { body[$0].beginsLine } + [body.endIndex]
    for (start, end) in zip(starts, starts.dropFirst()) {
      guard let (name, value) = assignment(in: body[start..<end]) else { continue }
      let isPlain = body[start].column == indent && found[name] == nil
      found[name] = Assignment(value: isPlain ? value : .computed, line: body[start].line)
    }
    return found
  }

  /// `name = value`, `name: type = value`, `name += value`, `name.append(value)`; the last two are computed.
  private static func assignment(in line: ArraySlice<PythonWord>) -> (String, PythonValue)? {
    guard let first = line.first, first.kind == .name, line.count > 2 else { return nil }
    let second = line[line.startIndex + 1]
    if second.isSymbol("=") { return (first.text, PythonValue(line.dropFirst(2))) }
    if second.isSymbol(":"), let equals = line.firstIndex(where: { $0.isSymbol("=") }) {
      return (first.text, PythonValue(line[(equals + 1)...]))
    }
    return second.isSymbol("+") || second.isSymbol(".") ? (first.text, .computed) : nil
  }
}
