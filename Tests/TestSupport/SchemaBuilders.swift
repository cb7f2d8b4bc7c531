package import SchemagateModel

/// Small schemas of a shop, for tests that need no database.
extension Schema {
  /// A PostgreSQL schema of these objects.
  package static func of(_ objects: [SchemaObject]) -> Schema {
    Schema(engine: EngineVersion(name: .postgresql, version: "15.18"), objects: objects)
  }
}

extension SchemaObject {
  /// A table in `public` with its columns in order, each `name` or `name type`; text where no type is given.
  package static func table(_ name: String, _ columns: [String], server: String? = nil) -> [SchemaObject] {
    let table = SchemaObject(
      identity: .table(name), parent: ObjectIdentity(kind: .schema, name: ["public"]), attributes: [:],
      serverIdentity: server)
    let made = columns.enumerated().map { index, text in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      return column(
        name, parts[0], type: parts.count > 1 ? parts[1] : "text", position: index + 1,
        server: server.map { "\($0):\(parts[0])" })
    }
    return [table] + made
  }

  /// A column of a table in `public`.
  package static func column(
    _ table: String, _ name: String, type: String = "text", position: Int = 1, nullable: Bool = true,
    server: String? = nil, _ more: [Attribute: Value] = [:]
  ) -> SchemaObject {
    let attributes: [Attribute: Value] = [
      .type: .text(type), .nullable: .flag(nullable), .position: .integer(position),
    ]
    return SchemaObject(
      identity: .column(table, name), parent: .table(table), attributes: attributes.merging(more) { $1 },
      serverIdentity: server)
  }

  /// An object of any kind; its parent is the table that it lives in, or the given one.
  package static func object(
    _ identity: ObjectIdentity, parent: ObjectIdentity? = nil, server: String? = nil,
    _ attributes: [Attribute: Value] = [:]
  ) -> SchemaObject {
    let table = identity.table.map { ObjectIdentity(kind: .table, name: $0) }
    return SchemaObject(
      identity: identity, parent: parent ?? table, attributes: attributes, serverIdentity: server)
  }

  /// An index of a table in `public`.
  package static func index(
    _ name: String, on table: String, columns: String, unique: Bool = false, server: String? = nil
  ) -> SchemaObject {
    let definition = "CREATE\(unique ? " UNIQUE" : "") INDEX \(name) ON public.\(table) USING btree (\(columns))"
    return object(
      ObjectIdentity(kind: .index, name: ["public", name]), parent: .table(table), server: server,
      [.definition: .sql(definition), .unique: .flag(unique)])
  }
}

extension ObjectIdentity {
  /// A table in `public`.
  package static func table(_ name: String) -> ObjectIdentity { ObjectIdentity(kind: .table, name: ["public", name]) }

  /// A column of a table in `public`.
  package static func column(_ table: String, _ name: String) -> ObjectIdentity {
    ObjectIdentity(kind: .column, name: ["public", table, name])
  }

  /// An object that lives in a table of `public`.
  package static func inTable(_ kind: ObjectKind, _ name: String, _ table: String) -> ObjectIdentity {
    ObjectIdentity(kind: kind, name: [name], table: ["public", table])
  }

  /// Any other object of `public`.
  package static func inPublic(_ kind: ObjectKind, _ name: String) -> ObjectIdentity {
    ObjectIdentity(kind: kind, name: ["public", name])
  }
}
