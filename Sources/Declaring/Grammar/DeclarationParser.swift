import SchemagateModel

/// Reads one declaration by recursive descent; each method reads one rule of the grammar.
struct DeclarationParser {
  private var cursor: Cursor

  struct Line: Hashable {
    let clause: Declaration.Clause
    let because: String?
  }

  /// What `schemagate expect` writes where the author has to give a reason; it isn't accepted as one.
  static let placeholder = "<reason>"

  init(_ text: String) { cursor = Cursor(text) }

  /// `line`, without the word that introduces it.
  mutating func line() throws(DeclarationSyntaxError) -> Line {
    if cursor.take(words: "expect") { return try expectation() }
    if cursor.take(words: "allow") { return try waiver() }
    throw expected(.expectOrAllow, among: ["expect", "allow"])
  }

  /// What follows `expect`.
  mutating func expectation() throws(DeclarationSyntaxError) -> Line {
    if cursor.take(words: "nothing else") { return Line(clause: .expectNothingElse, because: try reason()) }
    let change = try change()
    return Line(clause: .expect(change), because: try reason())
  }

  /// What follows `allow`.
  mutating func waiver() throws(DeclarationSyntaxError) -> Line {
    cursor.skipBlanks()
    let rule = cursor.takeWord()
    guard !rule.isEmpty else { throw expected(.rule) }
    let on = cursor.take(words: "on") ? try name(of: nil) : nil
    guard let because = try reason(orThrow: .becauseOfWaiver) else { throw expected(.becauseOfWaiver) }
    return Line(clause: .allow(rule: rule.lowercased(), on: on), because: because)
  }

  private mutating func change() throws(DeclarationSyntaxError) -> ExpectedChange {
    let verb = try verb()
    let kind = try kind()
    let name = try name(of: kind)
    let table = cursor.take(words: "on") ? try self.name(of: .table) : nil
    guard verb == .rename else {
      return ExpectedChange(verb: verb, kind: kind, name: name, table: table, details: try details())
    }
    guard cursor.take(words: "to") else { throw expected(.newName, among: ["to", "on"]) }
    return ExpectedChange(verb: verb, kind: kind, name: name, table: table, newName: try self.name(of: kind))
  }

  private mutating func verb() throws(DeclarationSyntaxError) -> SchemaChange.Verb {
    let verbs = [SchemaChange.Verb.add, .drop, .alter, .rename]
    guard let verb = verbs.first(where: { cursor.take(words: $0.rawValue) }) else {
      throw expected(.verb, among: verbs.map(\.rawValue) + ["nothing"])
    }
    return verb
  }

  private mutating func kind() throws(DeclarationSyntaxError) -> ObjectKind {
    let kinds = ObjectKind.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    guard let kind = kinds.first(where: { cursor.take(words: $0.rawValue) }) else {
      throw expected(.kind, among: kinds.map(\.rawValue))
    }
    return kind
  }

  private mutating func name(of kind: ObjectKind?) throws(DeclarationSyntaxError) -> NamePattern {
    cursor.skipBlanks()
    var parts = [try part(isRoutine: kind?.takesArguments ?? false)]
    while cursor.take(".") { parts.append(try part(isRoutine: kind?.takesArguments ?? false)) }
    if kind?.takesArguments == true, let last = parts.last, !last.contains("(") {
      parts[parts.count - 1] = last + "(*)"
    }
    return NamePattern(parts: parts)
  }

  private mutating func part(isRoutine: Bool) throws(DeclarationSyntaxError) -> String {
    let own = cursor.take("\"") ? try quoted() : word()
    guard !own.isEmpty else { throw expected(.name) }
    guard isRoutine, cursor.take("(") else { return own }
    let arguments = cursor.takeValue(until: [")"])
    guard cursor.take(")") else { throw expected(.closingParenthesis) }
    return own + "(" + ArgumentList.split(arguments).joined(separator: ", ") + ")"
  }

  private mutating func quoted() throws(DeclarationSyntaxError) -> String {
    var text = ""
    while let character = cursor.takeOne() {
      if character == "\"", !cursor.take("\"") { return text }
      text.append(character)
    }
    throw .unclosedQuote
  }

  private mutating func word() -> String {
    var text = ""
    while let character = cursor.next, !character.isWhitespace, !".(),\"".contains(character) {
      text.append(character)
      _ = cursor.takeOne()
    }
    return text
  }

  private mutating func details() throws(DeclarationSyntaxError) -> [ExpectedChange.Detail] {
    cursor.skipBlanks()
    guard cursor.take("(") else { return [] }
    var details = [try detail()]
    while cursor.take(",") { details.append(try detail()) }
    guard cursor.take(")") else { throw expected(.closingParenthesis) }
    return details
  }

  private mutating func detail() throws(DeclarationSyntaxError) -> ExpectedChange.Detail {
    let attributes = Attribute.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    guard let attribute = attributes.first(where: { cursor.take(words: $0.rawValue.lowercased()) }) else {
      throw expected(.attribute, among: attributes.map(\.rawValue))
    }
    cursor.skipBlanks()
    let first = cursor.takeValue(until: [",", ")"])
    guard cursor.take("-") else { return .init(attribute: attribute, base: nil, head: first.isEmpty ? nil : first) }
    _ = cursor.take(">")
    let second = cursor.takeValue(until: [",", ")"])
    return .init(attribute: attribute, base: first.isEmpty ? nil : first, head: second.isEmpty ? nil : second)
  }

  private mutating func reason(
    orThrow wanted: DeclarationSyntaxError.Wanted = .endOrBecause
  ) throws(DeclarationSyntaxError) -> String? {
    cursor.skipBlanks()
    guard !cursor.isAtEnd else { return nil }
    guard cursor.take(words: "because") else { throw expected(wanted, among: ["because", "on", "to"]) }
    let text = cursor.rest.trimmed
    guard !text.isEmpty else { throw .emptyReason }
    guard !Self.isPlaceholder(text) else { throw .placeholderReason }
    return text
  }

  /// Whether nothing was said: the generated mark, three dots, or a word that only promises a reason.
  static func isPlaceholder(_ text: String) -> Bool {
    let bare = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return bare.isEmpty || ["reason", "todo", "tbd", "fixme", "xxx", "because", "why"].contains(bare)
  }

  private func expected(
    _ wanted: DeclarationSyntaxError.Wanted, among candidates: [String] = []
  ) -> DeclarationSyntaxError {
    let found = cursor.glimpse
    return .expected(wanted, found: found, nearest: found.flatMap { NearestWord.to($0, among: candidates) })
  }
}

extension ObjectKind {
  /// Whether names of this kind carry argument types.
  var takesArguments: Bool { self == .function || self == .procedure || self == .aggregate }
}
