/// A module's or a class's own statements, which set names.
struct PythonScope {
  private let source: PythonSource
  /// The statements that run in the scope itself: not those of the functions and classes inside.
  private let own: [PythonStatement]

  init(_ source: PythonSource, statements: Range<Int>) {
    self.source = source
    own = Self.own(statements, of: source)
  }

  struct Assignment: Hashable {
    let line: Int
    /// `computed` also where it depends on a condition, or adds to what was there.
    let value: PythonValue
  }

  /// The last one that gives `name` a value; `nil` where none does.
  func assignment(to name: String) -> Assignment? {
    var found: Assignment?
    for statement in own {
      guard let value = value(of: name, in: source.tokens(of: statement)) else { continue }
      let isPlain = statement.indentation == own.first?.indentation
      found = Assignment(line: statement.line, value: isPlain ? value : .computed)
    }
    return found
  }

  private static func own(_ statements: Range<Int>, of source: PythonSource) -> [PythonStatement] {
    var own: [PythonStatement] = []
    var index = statements.lowerBound
    while index < statements.upperBound {
      let statement = source.statements[index]
      own.append(statement)
      index = statement.isDefinition(in: source) ? source.block(of: index).upperBound : index + 1
    }
    return own
  }

  /// What a statement gives `name`: `name = value`, `name: type = value`, `other = name = value`; computed where it does
  /// so in another way (`name += value`, `name.append(value)`, `name, other = values`).
  private func value(of name: String, in tokens: ArraySlice<PythonToken>) -> PythonValue? {
    guard tokens.contains(where: { source.isName($0, name) }) else { return nil }
    let equals = topLevelEquals(tokens)
    guard let last = equals.last else { return changes(name, tokens) ? .computed : nil }
    let starts = [tokens.startIndex] + equals.dropLast().map { $0 + 1 }
    let targets = zip(starts, equals).map { tokens[$0..<$1] }
    if targets.contains(where: { isPlain($0, name) }) {
      return PythonValueReader.value(of: tokens[(last + 1)...], in: source)
    }
    return targets.contains { sets(name, $0) || changes(name, $0) } ? .computed : nil
  }

  private func topLevelEquals(_ tokens: ArraySlice<PythonToken>) -> [Int] {
    var (depth, found) = (0, [Int]())
    for index in tokens.indices {
      depth += tokens[index].nesting
      if depth == 0, tokens[index].isMark("=") { found.append(index) }
    }
    return found
  }

  /// The name alone, or with an annotation.
  private func isPlain(_ target: ArraySlice<PythonToken>, _ name: String) -> Bool {
    source.isName(target.first, name) && (target.count == 1 || target.dropFirst().first?.isMark(":") == true)
  }

  /// `name += …`, `name.append(…)`, `name[0]`.
  private func changes(_ name: String, _ tokens: ArraySlice<PythonToken>) -> Bool {
    guard source.isName(tokens.first, name), let next = tokens.dropFirst().first else { return false }
    if case .compound = next.kind { return true }
    return next.isMark(".") || next.isMark("[")
  }

  /// `if condition: name`, `name, other`.
  private func sets(_ name: String, _ target: ArraySlice<PythonToken>) -> Bool {
    var depth = 0
    for index in target.indices {
      depth += target[index].nesting
      guard depth == 0, source.isName(target[index], name) else { continue }
      let isOwn = index == target.startIndex || !target[index - 1].isMark(".")
      let ends = index + 1 == target.endIndex || target[index + 1].isMark(",")
      if isOwn && ends { return true }
    }
    return false
  }
}

extension PythonStatement {
  /// What the statement defines under the keyword (`def`, `class`). Python allows no definition behind a semicolon.
  func defined(by keyword: String, in source: PythonSource) -> PythonToken? {
    guard !followsSemicolon else { return nil }
    let tokens = source.tokens(of: self)
    let words = source.isName(tokens.first, "async") ? tokens.dropFirst() : tokens
    guard source.isName(words.first, keyword), let name = words.dropFirst().first, name.kind == .name else {
      return nil
    }
    return name
  }

  fileprivate func isDefinition(in source: PythonSource) -> Bool {
    defined(by: "def", in: source) != nil || defined(by: "class", in: source) != nil
  }
}
