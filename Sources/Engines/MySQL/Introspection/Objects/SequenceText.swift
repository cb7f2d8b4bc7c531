import SchemagateModel

/// What `SHOW CREATE SEQUENCE` says of a sequence.
struct SequenceText {
  private var attributes: [Attribute: Value] = [.cycle: .flag(false), .cache: .integer(0)]
  private var others: [String] = []

  init(_ text: String) {
    var cursor = DeparsedCursor(DeparsedSQL(text))
    _ = cursor.take("create", "sequence")
    _ = cursor.takeName()
    while !cursor.isAtEnd { takeOption(&cursor) }
    attributes.set(.options, members: others)
  }

  func object(_ name: String, nextValue: String?) -> SchemaObject {
    var attributes = attributes
    attributes[.nextValue] = nextValue.map { text in Int(text).map { .integer($0) } ?? .text(text) }
    return SchemaObject(identity: ObjectIdentity(kind: .sequence, name: [name]), parent: nil, attributes: attributes)
  }

  private mutating func takeOption(_ cursor: inout DeparsedCursor) {
    if cursor.take("start", "with") {
      attributes[.start] = Self.number(&cursor)
    } else if cursor.take("increment", "by") {
      attributes[.increment] = Self.number(&cursor)
    } else if cursor.take("minvalue") {
      attributes[.minimum] = Self.number(&cursor)
    } else if cursor.take("maxvalue") {
      attributes[.maximum] = Self.number(&cursor)
    } else if cursor.take("cache") {
      attributes[.cache] = Self.number(&cursor)
    } else if cursor.take("cycle") {
      attributes[.cycle] = .flag(true)
    } else if !cursor.take("nocycle"), !cursor.take("nocache") {
      takeOther(&cursor)
    }
  }

  private mutating func takeOther(_ cursor: inout DeparsedCursor) {
    if cursor.take("as") {
      let start = cursor.position
      _ = cursor.takeName()
      _ = cursor.take("unsigned")
      attributes[.type] = .text(cursor.sql.text(start..<cursor.position))
    } else if cursor.take("engine") {
      _ = cursor.take(symbol: "=")
      attributes.set(.engine, text: cursor.takeName())
    } else if cursor.take("comment") {
      _ = cursor.take(symbol: "=")
      attributes.set(.comment, text: cursor.takeString())
    } else {
      others.append(cursor.takeOption())
    }
  }

  private static func number(_ cursor: inout DeparsedCursor) -> Value? {
    let sign = cursor.take(symbol: "-") ? "-" : ""
    let text = sign + cursor.takeName()
    return Int(text).map { .integer($0) } ?? .text(text)
  }
}
