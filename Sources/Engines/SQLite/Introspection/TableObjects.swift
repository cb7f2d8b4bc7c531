import SchemagateModel

/// A table with its columns and constraints: structure from the pragmas, and from its text what no pragma tells.
struct TableObjects {
  private let entry: Catalog.Entry
  private let names: DatabaseNames
  private let options: Catalog.TableOptions?
  private let columns: [Catalog.Column]
  private let text: TableText
  private let spelling: CanonicalSQL
  /// By name in lower case.
  private let columnTexts: [String: TableText.Column]
  private let keyHasIndex: Bool
  private let nextValue: Int?

  init(entry: Catalog.Entry, catalog: Catalog, names: DatabaseNames) {
    self.entry = entry
    self.names = names
    options = catalog.tables[entry.name]
    columns = catalog.columns[entry.name] ?? []
    text = TableParser.read(entry.sql ?? "")
    columnTexts = Dictionary(text.columns.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    spelling = CanonicalSQL(columns: columns.map(\.name))
    nextValue = catalog.nextValues[entry.name]
    keyHasIndex = catalog.indexes[entry.name]?.contains { $0.origin == "pk" } ?? false
  }

  private var identity: ObjectIdentity { ObjectIdentity(kind: .table, name: [entry.name]) }

  /// Adds in place: a large schema has tens of thousands of objects, and each copy counts.
  func append(to objects: inout [SchemaObject]) {
    objects.append(table)
    for (place, column) in columns.enumerated() { objects.append(self.column(column, place: place)) }
    objects += constraints
  }

  // The table

  private var table: SchemaObject {
    var attributes: [Attribute: Value] = [
      .strict: .flag(options?.isStrict ?? false), .withoutRowID: .flag(options?.isWithoutRowID ?? false),
      .autoincrement: .flag(text.isAutoincrement),
    ]
    attributes[.nextValue] = nextValue.map { .integer($0) }
    if !isWholeTextRead {
      attributes[.definition] = .sql(names.statement.text(Tokenizer.tokens(of: entry.sql ?? "").dropFirst(3)))
    }
    return SchemaObject(identity: identity, parent: nil, attributes: attributes)
  }

  /// Where the text has something that we can't place, the whole text is compared, so that nothing escapes.
  private var isWholeTextRead: Bool {
    text.isUnderstood && text.columns.map { $0.name.lowercased() } == columns.map { $0.name.lowercased() }
  }

  // Columns

  private func column(_ column: Catalog.Column, place: Int) -> SchemaObject {
    var attributes: [Attribute: Value] = [
      .type: .text(TypeName(declared: column.type).canonical), .nullable: .flag(!column.isNotNull),
      .position: .integer(place + 1),
    ]
    attributes[.default] = column.defaultText.map { .sql(defaultText($0)) }
    if let text = columnTexts[column.name.lowercased()] {
      attributes[.generated] = text.generated.map { .sql(generated($0, isStored: column.isStored)) }
      if let collation = text.collation, collation != "BINARY" { attributes[.collation] = .text(collation) }
      if !text.options.isEmpty { attributes[.options] = .set(of: text.options) }
    }
    return SchemaObject(
      identity: ObjectIdentity(kind: .column, name: [entry.name, column.name]), parent: identity, attributes: attributes
    )
  }

  private func generated(_ expression: ArraySlice<Token>, isStored: Bool) -> String {
    "(\(spelling.expression(expression))) \(isStored ? "STORED" : "VIRTUAL")"
  }

  /// A bare name is a string here, since a default can't refer to a column.
  private func defaultText(_ text: String) -> String {
    let tokens = CanonicalSQL.bare(Tokenizer.tokens(of: text)[...])
    let spelling = CanonicalSQL(columns: [])
    guard tokens.count == 1, let only = tokens.first, only.kind == .word, !only.isKeyword else {
      return spelling.text(tokens)
    }
    return ["true", "false"].contains(only.folded) ? only.text.uppercased() : CanonicalSQL.string(only.text)
  }

  // Constraints

  private var constraints: [SchemaObject] {
    var drafts = [primaryKey].compactMap(\.self)
    drafts += uniques
    drafts += text.checks.map(check)
    drafts += text.foreignKeys.map(foreignKey)
    return ConstraintNames.unique(drafts).map { draft in
      SchemaObject(
        identity: ObjectIdentity(kind: draft.kind, name: [draft.name], table: [entry.name]), parent: identity,
        attributes: draft.attributes, dependsOn: draft.dependsOn)
    }
  }

  private var primaryKey: ConstraintDraft? {
    guard let key = text.primaryKey else { return nil }
    let columns = key.columns.map(keyColumn)
    var options = key.conflict.map { ["ON CONFLICT \($0)"] } ?? []
    if !keyHasIndex, !isWithoutRowID { options.append("rowid alias") }
    var attributes: [Attribute: Value] = [.columns: .list(columns)]
    if !options.isEmpty { attributes[.options] = .set(of: options) }
    return ConstraintDraft(
      kind: .primaryKey, name: key.name ?? "primary key(\(columns.joined(separator: ", ")))", attributes: attributes)
  }

  private var isWithoutRowID: Bool { options?.isWithoutRowID ?? false }

  /// SQLite makes one index for keys that are repeated; a name of its own still tells one from the other.
  private var uniques: [ConstraintDraft] {
    var seen: Set<[String?]> = []
    return text.uniques.compactMap { key in
      let columns = key.columns.map(keyColumn)
      guard seen.insert([key.name] + columns.map { $0.lowercased() }).inserted else { return nil }
      var attributes: [Attribute: Value] = [.columns: .list(columns)]
      attributes[.options] = key.conflict.map { .set(["ON CONFLICT \($0)"]) }
      return ConstraintDraft(
        kind: .uniqueConstraint, name: key.name ?? "unique(\(columns.joined(separator: ", ")))", attributes: attributes)
    }
  }

  private func keyColumn(_ column: TableText.KeyColumn) -> String {
    let name = column.name.map { CanonicalSQL.name(declared($0)) } ?? spelling.expression(column.expression)
    return name + (column.collation.map { " COLLATE \($0)" } ?? "") + (column.isDescending ? " DESC" : "")
  }

  private func declared(_ name: String) -> String {
    columns.first { $0.name.lowercased() == name.lowercased() }?.name ?? name
  }

  private func check(_ check: TableText.Check) -> ConstraintDraft {
    let expression = spelling.expression(check.expression)
    var attributes: [Attribute: Value] = [.definition: .sql("CHECK (\(expression))")]
    attributes[.options] = check.conflict.map { .set(["ON CONFLICT \($0)"]) }
    return ConstraintDraft(kind: .checkConstraint, name: check.name ?? "check(\(expression))", attributes: attributes)
  }

  private func foreignKey(_ key: TableText.ForeignKey) -> ConstraintDraft {
    let columns = key.columns.map(declared)
    let parent = names.relation(key.table)
    let table = parent?.name.first ?? key.table
    let referenced = names.referenced(key.referenced, of: key.table)
    let target = ([CanonicalSQL.name(table)] + (referenced.isEmpty ? [] : ["(\(Self.list(referenced)))"])).joined()
    var attributes: [Attribute: Value] = [
      .columns: .list(columns), .references: .text(target), .deferrable: .flag(key.isDeferrable),
      .initiallyDeferred: .flag(key.isInitiallyDeferred),
    ]
    let actions = key.actions.filter { !$0.hasSuffix("NO ACTION") && $0 != "MATCH SIMPLE" && $0 != "MATCH NONE" }
    if !actions.isEmpty { attributes[.options] = .set(of: actions) }
    return ConstraintDraft(
      kind: .foreignKey, name: key.name ?? "foreign key(\(Self.list(columns)))", attributes: attributes,
      dependsOn: parent.map { [$0] } ?? [])
  }

  private static func list(_ names: [String]) -> String { names.map(CanonicalSQL.name).joined(separator: ", ") }
}
