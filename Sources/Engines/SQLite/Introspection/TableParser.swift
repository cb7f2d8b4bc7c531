/// Reads a `CREATE TABLE` that SQLite has accepted already.
struct TableParser {
  private var table = TableText()
  private var cursor = TokenCursor([])
  private var constraintName: String?

  static func read(_ sql: String) -> TableText {
    var parser = TableParser()
    parser.parse(Tokenizer.tokens(of: sql)[...])
    return parser.table
  }

  private mutating func parse(_ tokens: ArraySlice<Token>) {
    var head = TokenCursor(tokens)
    guard head.take("create", "table"), head.takeName() != nil, let body = head.takeParenthesized() else {
      table.isUnderstood = false
      return
    }
    for item in TokenCursor.commaSeparated(body) {
      cursor = TokenCursor(item)
      constraintName = nil
      if cursor.isNext(["constraint", "primary", "unique", "check", "foreign"]) {
        constraints()
      } else {
        column()
      }
    }
  }

  // Columns

  private mutating func column() {
    guard let name = cursor.takeName() else {
      table.isUnderstood = false
      return
    }
    table.columns.append(TableText.Column(name: name))
    while !cursor.isAtEnd, !cursor.isNext(Self.columnWords) {
      if cursor.takeParenthesized() == nil { _ = cursor.takeAny() }
    }
    while !cursor.isAtEnd { columnConstraint(of: name) }
  }

  private static let columnWords: Set<String> = [
    "constraint", "primary", "not", "null", "unique", "check", "default", "collate", "references", "generated", "as",
    "deferrable", "initially",
  ]

  private mutating func columnConstraint(of column: String) {
    if takeConstraintName() { return }
    defer { constraintName = nil }
    if cursor.take("primary", "key") { return primaryKey(column) }
    if cursor.take("unique") { return table.uniques.append(key([plain(column)])) }
    if cursor.take("check"), let expression = cursor.takeParenthesized() { return check(expression) }
    if cursor.take("references") { return foreignKey([column]) }
    if cursor.take("not", "null") { return nullability("NOT NULL") }
    if cursor.take("null") { return nullability("NULL") }
    if cursor.take("default") { return skipDefault() }
    if cursor.take("collate") {
      noteName(of: "COLLATE")
      return edit { $0.collation = $1.takeName()?.uppercased() }
    }
    if cursor.take("generated", "always", "as") || cursor.take("as") { return generated() }
    if lateDeferral() { return }
    notUnderstood()
  }

  private mutating func edit(_ change: (inout TableText.Column, inout TokenCursor) -> Void) {
    let last = table.columns.count - 1
    change(&table.columns[last], &cursor)
  }

  /// SQLite reads and forgets the name of a NOT NULL, a DEFAULT, and the like: the text alone has it.
  private mutating func nullability(_ words: String) {
    let name = constraintName.map { "CONSTRAINT \(CanonicalSQL.name($0)) " } ?? ""
    let clause = conflict().map { " ON CONFLICT \($0)" } ?? ""
    guard !name.isEmpty || !clause.isEmpty else { return }
    edit { column, _ in column.options.append(name + words + clause) }
  }

  private mutating func noteName(of clause: String) {
    guard let constraintName else { return }
    edit { column, _ in column.options.append("CONSTRAINT \(CanonicalSQL.name(constraintName)) \(clause)") }
  }

  private mutating func skipDefault() {
    noteName(of: "DEFAULT")
    if cursor.takeParenthesized() != nil { return }
    if cursor.isNext(symbol: "+") || cursor.isNext(symbol: "-") { _ = cursor.takeAny() }
    _ = cursor.takeAny()
  }

  private mutating func generated() {
    noteName(of: "AS")
    guard let expression = cursor.takeParenthesized() else { return notUnderstood() }
    edit { column, _ in column.generated = expression }
    // Whether it is stored is what the pragma tells.
    if !cursor.take("stored") { _ = cursor.take("virtual") }
  }

  private mutating func primaryKey(_ column: String) {
    let isDescending = cursor.take("desc")
    if !isDescending { _ = cursor.take("asc") }
    table.primaryKey = key([plain(column, isDescending: isDescending)])
    if cursor.take("autoincrement") { table.isAutoincrement = true }
  }

  private func plain(_ column: String, isDescending: Bool = false) -> TableText.KeyColumn {
    let token = Token(kind: .quoted, text: column, start: 0, end: 0)
    return TableText.KeyColumn(expression: [token], collation: nil, isDescending: isDescending)
  }

  // Constraints of the table

  private mutating func constraints() {
    while !cursor.isAtEnd { tableConstraint() }
  }

  private mutating func tableConstraint() {
    if takeConstraintName() { return }
    defer { constraintName = nil }
    if cursor.take("primary", "key"), var columns = cursor.takeParenthesized() {
      if let last = columns.last, last.isWord("autoincrement") {
        table.isAutoincrement = true
        columns = columns.dropLast()
      }
      table.primaryKey = key(Self.keyColumns(columns))
    } else if cursor.take("unique"), let columns = cursor.takeParenthesized() {
      table.uniques.append(key(Self.keyColumns(columns)))
    } else if cursor.take("check"), let expression = cursor.takeParenthesized() {
      check(expression)
    } else if cursor.take("foreign", "key"), let columns = cursor.takeParenthesized(), cursor.take("references") {
      foreignKey(Self.names(columns))
    } else if !lateDeferral() {
      notUnderstood()
    }
  }

  private mutating func notUnderstood() {
    table.isUnderstood = false
    _ = cursor.takeAny()
  }

  private mutating func takeConstraintName() -> Bool {
    guard cursor.take("constraint") else { return false }
    // A name without its constraint, which SQLite reads and forgets.
    if constraintName != nil { table.isUnderstood = false }
    constraintName = cursor.takeName()
    if cursor.isAtEnd { table.isUnderstood = false }
    return true
  }

  /// ABORT is what holds when it is left out.
  private mutating func conflict() -> String? {
    guard cursor.take("on", "conflict"), let clause = cursor.takeName()?.uppercased() else { return nil }
    return clause == "ABORT" ? nil : clause
  }

  private mutating func key(_ columns: [TableText.KeyColumn]) -> TableText.Key {
    TableText.Key(name: constraintName, columns: columns, conflict: conflict())
  }

  private mutating func check(_ expression: ArraySlice<Token>) {
    table.checks.append(TableText.Check(name: constraintName, expression: expression, conflict: conflict()))
  }

  private mutating func foreignKey(_ columns: [String]) {
    guard let parent = cursor.takeName() else { return notUnderstood() }
    let referenced = cursor.takeParenthesized().map(Self.names) ?? []
    var key = TableText.ForeignKey(name: constraintName, columns: columns, table: parent, referenced: referenced)
    while let action = foreignKeyAction() { key.actions.append(action) }
    table.foreignKeys.append(key)
    _ = deferral()
  }

  private mutating func foreignKeyAction() -> String? {
    if cursor.take("match") { return cursor.takeName().map { "MATCH \($0.uppercased())" } }
    guard cursor.isNext(["on"]), let next = cursor.rest.dropFirst().first else { return nil }
    guard ["delete", "update", "insert"].contains(next.folded) else { return nil }
    _ = cursor.takeAny()
    _ = cursor.takeAny()
    var action: [String] = []
    if let first = cursor.takeName() { action.append(first.uppercased()) }
    if ["SET", "NO"].contains(action.first ?? ""), let second = cursor.takeName() {
      action.append(second.uppercased())
    }
    return "ON \(next.text.uppercased()) \(action.joined(separator: " "))"
  }

  /// Apart from its key, it belongs to the table's last one, and a name of its own is read and forgotten.
  private mutating func lateDeferral() -> Bool {
    let isNamed = constraintName != nil
    guard deferral() else { return false }
    if isNamed { table.isUnderstood = false }
    return true
  }

  private mutating func deferral() -> Bool {
    let isNot = cursor.take("not", "deferrable")
    guard isNot || cursor.take("deferrable") else { return false }
    let isDeferred = cursor.take("initially", "deferred")
    if !isDeferred { _ = cursor.take("initially", "immediate") }
    guard let last = table.foreignKeys.indices.last else {
      table.isUnderstood = false
      return true
    }
    table.foreignKeys[last].isDeferrable = !isNot
    table.foreignKeys[last].isInitiallyDeferred = isDeferred && !isNot
    return true
  }

  // Lists of columns

  private static func names(_ tokens: ArraySlice<Token>) -> [String] {
    TokenCursor.commaSeparated(tokens).compactMap { $0.first?.text }
  }

  static func keyColumns(_ tokens: ArraySlice<Token>) -> [TableText.KeyColumn] {
    TokenCursor.commaSeparated(tokens).map { item in
      var item = item
      let isDescending = item.last?.isWord("desc") ?? false
      if isDescending || item.last?.isWord("asc") ?? false { item = item.dropLast() }
      guard item.count > 2, item[item.endIndex - 2].isWord("collate") else {
        return TableText.KeyColumn(expression: item, collation: nil, isDescending: isDescending)
      }
      let collation = item.last?.text.uppercased()
      return TableText.KeyColumn(expression: item.dropLast(2), collation: collation, isDescending: isDescending)
    }
  }
}
