import SchemagateModel

/// A column's line in `SHOW CREATE TABLE`.
struct ColumnText {
  private static let characterTypes: Set<String> = [
    "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set",
  ]
  /// MySQL gives these no default, and doesn't say so.
  private static let typesWithoutDefault: Set<String> = [
    "tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json", "geometry",
    "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geomcollection",
    "geometrycollection",
  ]
  /// Words that begin a property of a column, and so end the expression before them.
  private static let properties = [
    "on", "comment", "check", "invisible", "visible", "without", "with", "auto_increment", "column_format", "storage",
    "srid", "compressed", "engine_attribute", "secondary_engine_attribute", "not", "primary", "unique",
  ]

  private let context: TableContext
  private let name: String
  private let baseType: String
  private var cursor: DeparsedCursor
  private var attributes: [Attribute: Value] = [:]
  private var characters = CharacterWords()
  private var isNullable = true
  private var defaultText: String?
  private var checks: [String] = []
  private var options: [String] = []

  init(_ cursor: DeparsedCursor, _ context: TableContext, _ table: CharacterWords) {
    self.context = context
    self.cursor = cursor
    name = self.cursor.takeName()
    let start = self.cursor.position
    baseType = self.cursor.takeName().lowercased()
    _ = self.cursor.takeParenthesized()
    while self.cursor.take("unsigned") || self.cursor.take("zerofill") || self.cursor.take("signed") {}
    attributes[.type] = .text(cursor.sql.text(start..<self.cursor.position))
    while !self.cursor.isAtEnd { takeProperty() }
    if Self.characterTypes.contains(baseType) { characters = characters.inForce(in: table, context.collations) }
  }

  func object(position: Int) -> SchemaObject {
    var attributes = attributes
    attributes[.nullable] = .flag(isNullable)
    attributes[.position] = .integer(position)
    attributes.set(.characterSet, text: characters.characterSet)
    attributes.set(.collation, text: characters.collation)
    attributes.set(.checks, members: checks)
    // NULL is what a nullable column has unless it is told to have no default at all.
    if defaultText != "NULL" { attributes.set(.default, sql: defaultText) }
    attributes.set(.options, members: options + (lacksDefault ? ["no default"] : []))
    return SchemaObject(identity: context.member(.column, name), parent: context.table, attributes: attributes)
  }

  /// Whether a nullable column has to be named in every `INSERT` all the same.
  private var lacksDefault: Bool {
    guard isNullable, defaultText == nil, attributes[.generated] == nil else { return false }
    return context.vendor == .mariadb || !Self.typesWithoutDefault.contains(baseType)
  }

  private mutating func takeProperty() {
    if characters.take(from: &cursor) || takeNullability() || takeValue() || takeVersioning() { return }
    if cursor.take("comment") {
      attributes.set(.comment, text: cursor.takeString())
    } else if cursor.take("invisible") {
      attributes[.invisible] = .flag(true)
    } else if cursor.take("auto_increment") {
      attributes[.autoincrement] = .flag(true)
    } else if cursor.take("check") {
      if let inside = cursor.takeParenthesized() { checks.append(text(inside)) }
    } else if cursor.take("srid") {
      attributes[.spatialReference] = Int(cursor.takeName()).map { .integer($0) }
    } else if cursor.take("compressed") {
      attributes.set(.compression, text: cursor.take(symbol: "=") ? cursor.takeName() : "zlib")
    } else {
      options.append(cursor.takeOption())
    }
  }

  private mutating func takeNullability() -> Bool {
    if cursor.take("not", "null") {
      isNullable = false
      return true
    }
    return cursor.take("null")
  }

  /// Takes what fills the column where a statement doesn't.
  private mutating func takeValue() -> Bool {
    if cursor.take("generated", "always", "as") {
      attributes[.generated] = .sql(takeGenerated())
    } else if cursor.take("default") {
      defaultText = takeExpression()
    } else if cursor.take("on", "update") {
      attributes.set(.onUpdate, sql: takeExpression())
    } else {
      return false
    }
    return true
  }

  private mutating func takeGenerated() -> String {
    if cursor.take("row", "start") { return "ROW START" }
    if cursor.take("row", "end") { return "ROW END" }
    let expression = text(cursor.takePiece())
    let isStored = cursor.take("stored") || cursor.take("persistent")
    if !isStored { _ = cursor.take("virtual") }
    return "\(expression) \(isStored ? "STORED" : "VIRTUAL")"
  }

  private mutating func takeVersioning() -> Bool {
    if cursor.take("without", "system", "versioning") {
      attributes[.systemVersioning] = .flag(false)
      return true
    }
    guard cursor.take("with", "system", "versioning") else { return false }
    attributes[.systemVersioning] = .flag(true)
    return true
  }

  private mutating func takeExpression() -> String {
    let first = cursor.takePiece()
    let rest = cursor.takeUntil { cursor in
      cursor.isAtOption || Self.properties.contains { cursor.isNext($0) }
    }
    return text(first.lowerBound..<rest.upperBound)
  }

  private func text(_ range: Range<Int>) -> String { cursor.sql.text(range, without: context.database) }
}
