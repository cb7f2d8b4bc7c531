import SchemagateModel

/// What `SHOW CREATE VIEW` says of a view.
struct ViewText {
  private var attributes: [Attribute: Value] = [:]

  init(_ text: String, database: String, names: AccountNames) {
    let sql = DeparsedSQL(text)
    var cursor = DeparsedCursor(sql)
    var others: [String] = []
    _ = cursor.take("create")
    while !cursor.isAtEnd, !cursor.take("view") { takeOption(&cursor, names, &others) }
    _ = cursor.takeUntil { $0.isNext("as") }
    _ = cursor.take("as")
    attributes.set(.definition, sql: sql.text(Self.definition(cursor, &attributes), without: database))
    attributes.set(.options, members: others)
  }

  func object(_ name: String, columns: [String], characterSet: String?, collation: String?) -> SchemaObject {
    var attributes = attributes
    if !columns.isEmpty { attributes[.columns] = .list(columns) }
    attributes.set(.settings, members: StoredPrograms.settings(characterSet, collation))
    return SchemaObject(identity: ObjectIdentity(kind: .view, name: [name]), parent: nil, attributes: attributes)
  }

  private mutating func takeOption(_ cursor: inout DeparsedCursor, _ names: AccountNames, _ others: inout [String]) {
    if cursor.take("algorithm") {
      _ = cursor.take(symbol: "=")
      let word = cursor.takeName()
      if word.uppercased() != "UNDEFINED" { attributes[.algorithm] = .text(word.lowercased()) }
    } else if cursor.take("definer") {
      _ = cursor.take(symbol: "=")
      let user = cursor.takeName()
      let host = cursor.take(symbol: "@") ? cursor.takeName() : ""
      attributes.set(.definer, text: names.definer("\(user)@\(host)"))
    } else if cursor.take("sql", "security") {
      // The definer's rights are the default.
      if cursor.takeName().uppercased() == "INVOKER" { attributes[.securityDefiner] = .flag(false) }
    } else {
      others.append(cursor.sql.text(cursor.takePiece()).lowercased())
    }
  }

  /// The query, without the check option behind it.
  private static func definition(_ cursor: DeparsedCursor, _ attributes: inout [Attribute: Value]) -> Range<Int> {
    let option = cursor.end - 4
    guard option > cursor.position else { return cursor.rest }
    var last = DeparsedCursor(cursor.sql, option..<cursor.end)
    guard last.take("with") else { return cursor.rest }
    let word = last.takeName().lowercased()
    guard last.take("check", "option") else { return cursor.rest }
    attributes[.checkOption] = .text(word)
    return cursor.position..<option
  }
}
