import SchemagateModel

/// What stands behind a table's columns in `SHOW CREATE TABLE`: engine, options, partitions.
struct TableOptions {
  private(set) var attributes: [Attribute: Value] = [:]
  /// The table's default character set and collation.
  private(set) var characters = CharacterWords()
  /// Options that aren't attributes of their own, as `name=value`.
  private(set) var others: [String] = []
  private let context: TableContext

  init(_ cursor: DeparsedCursor, _ context: TableContext) {
    self.context = context
    var cursor = cursor
    while !cursor.isAtEnd { takeOption(&cursor) }
    characters = characters.inForce(in: CharacterWords(), context.collations)
    attributes.set(.characterSet, text: characters.characterSet)
    attributes.set(.collation, text: characters.collation)
  }

  private mutating func takeOption(_ cursor: inout DeparsedCursor) {
    if cursor.take(symbol: ",") || cursor.take("default") || characters.take(from: &cursor) { return }
    if cursor.take("with", "system", "versioning") {
      attributes[.systemVersioning] = .flag(true)
    } else if cursor.take("partition", "by") {
      takePartitions(&cursor)
    } else if cursor.take("tablespace") {
      _ = cursor.take(symbol: "=")
      attributes.set(.tablespace, text: cursor.takeName())
    } else {
      add(cursor.takeOption())
    }
  }

  private mutating func add(_ option: String) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let value = parts.count == 2 ? parts[1] : ""
    switch parts[0] {
    case "engine": attributes.set(.engine, text: value)
    case "row_format": attributes.set(.rowFormat, text: value)
    case "comment": attributes.set(.comment, text: value)
    case "auto_increment": attributes[.nextValue] = Int(value).map { .integer($0) } ?? .text(value)
    case "connection": others.append("connection=\(ConnectionText.withoutPassword(value))")
    default: others.append(option)
    }
  }

  /// `PARTITION BY …`, then perhaps the partitions in parentheses, each with its own text.
  private mutating func takePartitions(_ cursor: inout DeparsedCursor) {
    let start = cursor.position
    var list: Range<Int>?
    while !cursor.isAtEnd, list == nil {
      if cursor.isNext(symbol: "("), Self.isPartitionList(cursor) {
        list = cursor.takePiece()
      } else {
        _ = cursor.takePiece()
      }
    }
    let sql = cursor.sql
    attributes.set(
      .partitionKey, sql: sql.text(start..<(list?.lowerBound ?? cursor.position), without: context.database))
    guard let list else { return }
    var members = DeparsedCursor(sql, list.lowerBound + 1..<list.upperBound - 1)
    attributes[.partitions] = .list(
      members.takeList().map { sql.text($0.lowerBound + 1..<$0.upperBound, without: context.database) })
  }

  private static func isPartitionList(_ cursor: DeparsedCursor) -> Bool {
    var inside = cursor
    return (inside.takeParenthesized()).map { DeparsedCursor(cursor.sql, $0).isNext("partition") } ?? false
  }
}
