import SchemagateModel

/// Triggers, in the order of `triggers.sql`.
struct TriggerRows {
  let objects: [SchemaObject]

  init(_ rows: [[String?]], _ programs: StoredPrograms) {
    var earlier: [[String?]: [String]] = [:]
    objects = rows.map { row in
      let moment = Array(row[1...3])
      let name = row[0] ?? ""
      let object = Self.object(row, programs, follows: (earlier[moment] ?? []).filter { $0 > name })
      earlier[moment, default: []].append(name)
      return object
    }
  }

  /// The triggers of one moment run in an order; what isn't the order of their names shows as `follows`.
  private static func object(_ row: [String?], _ programs: StoredPrograms, follows: [String]) -> SchemaObject {
    var attributes = programs.attributes(
      definer: row[7], sqlMode: row[6], characterSet: row[8], collation: row[9], databaseCollation: row[10])
    attributes[.definition] = StoredPrograms.body(row[5] ?? "")
    attributes[.event] = .text("\(row[2] ?? "") \(row[3] ?? "")")
    attributes.set(.options, members: follows.map { "follows \($0)" })
    let table = [row[1] ?? ""]
    return SchemaObject(
      identity: ObjectIdentity(kind: .trigger, name: [row[0] ?? ""], table: table),
      parent: ObjectIdentity(kind: .table, name: table), attributes: attributes)
  }
}
