import SchemagateModel

/// An object that is its statement: a view, a trigger or a virtual table.
struct StatementObject {
  private let entry: Catalog.Entry
  private let names: DatabaseNames

  init(entry: Catalog.Entry, names: DatabaseNames) {
    self.entry = entry
    self.names = names
  }

  private var tokens: ArraySlice<Token> { Tokenizer.tokens(of: entry.sql ?? "")[...] }

  var virtualTable: SchemaObject { object(.virtualTable, tokens.dropFirst(4)) }

  func view(isBroken: Bool) -> SchemaObject {
    object(.view, tokens.dropFirst(3), isBroken ? [.valid: .flag(false)] : [:])
  }

  func trigger(onView: Bool) -> SchemaObject {
    let body = Self.withoutDefaults(tokens.dropFirst(3))
    let table = names.relation(entry.table) ?? ObjectIdentity(kind: onView ? .view : .table, name: [entry.table])
    return SchemaObject(
      identity: ObjectIdentity(kind: .trigger, name: [entry.name], table: table.name), parent: table,
      attributes: [.definition: .sql(names.statement.text(body))],
      dependsOn: names.mentioned(in: body, except: entry.name))
  }

  /// SQLite stores the text from the object's name on, so what stands before the name has one spelling.
  private func object(
    _ kind: ObjectKind, _ body: ArraySlice<Token>, _ more: [Attribute: Value] = [:]
  ) -> SchemaObject {
    var attributes = more
    attributes[.definition] = .sql(names.statement.text(body))
    return SchemaObject(
      identity: ObjectIdentity(kind: kind, name: [entry.name]), parent: nil, attributes: attributes,
      dependsOn: names.mentioned(in: body, except: entry.name))
  }

  /// `BEFORE` and `FOR EACH ROW` are what holds when they are left out.
  private static func withoutDefaults(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var kept = Array(tokens)
    if kept.first?.isWord("before") ?? false { kept.removeFirst() }
    let head = kept.prefix { !$0.isWord("begin") }.indices
    let each = head.dropLast(2).first {
      kept[$0].isWord("for") && kept[$0 + 1].isWord("each") && kept[$0 + 2].isWord("row")
    }
    if let each { kept.removeSubrange(each...(each + 2)) }
    return kept[...]
  }
}
