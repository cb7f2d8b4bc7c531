import SchemagateModel

/// The database itself, in the order of `database.sql`.
struct DatabaseRow: Sendable {
  let name: String
  let currentUser: String
  let collation: String
  let object: SchemaObject

  init(_ row: [String?]) {
    name = row[0] ?? ""
    currentUser = row[1] ?? ""
    collation = row[3] ?? ""
    var attributes: [Attribute: Value] = [:]
    attributes.set(.characterSet, text: row[2])
    attributes.set(.collation, text: row[3])
    attributes.set(.comment, text: row[4])
    let options = row[6]?.split(separator: " ").map(String.init) ?? []
    attributes.set(.options, members: options + (row[5] == "YES" ? ["encryption=y"] : []))
    object = SchemaObject(
      identity: ObjectIdentity(kind: .database, name: ["current"]), parent: nil, attributes: attributes)
  }
}
