import SchemagateModel

/// What belongs to the database as a whole. Page size, vacuuming and journal mode belong to the file and to whoever
/// opens it: no statement gives another result because of them.
enum DatabaseObject {
  static func read(_ connection: Connection) throws -> SchemaObject {
    let query = """
      SELECT user_version, application_id, encoding
      FROM pragma_user_version, pragma_application_id, pragma_encoding
      """
    let attributes = try connection.rows(query) { row -> [Attribute: Value] in
      [
        .userVersion: .integer(row.integer(0)), .applicationID: .integer(row.integer(1)),
        .characterSet: .text(row.text(2)),
      ]
    }
    return SchemaObject(
      identity: ObjectIdentity(kind: .database, name: ["current"]), parent: nil, attributes: attributes.first ?? [:])
  }
}
