import SchemagateModel

/// A scheduled event, in the order of `events.sql`.
struct EventRow {
  let object: SchemaObject

  init(_ row: [String?], _ programs: StoredPrograms) {
    var attributes = programs.attributes(
      definer: row[1], sqlMode: row[12], characterSet: row[13], collation: row[14], databaseCollation: row[15])
    attributes[.definition] = StoredPrograms.body(row[3] ?? "")
    attributes[.schedule] = .text(Self.schedule(row))
    attributes[.enabled] = .text((row[9] ?? "").lowercased())
    attributes.set(.comment, text: row[11])
    attributes.set(.options, members: row[10] == "PRESERVE" ? ["on completion preserve"] : [])
    let zone = row[2].map { ["time_zone=\($0)"] } ?? []
    if case .set(let settings)? = attributes[.settings] { attributes.set(.settings, members: settings + zone) }
    object = SchemaObject(
      identity: ObjectIdentity(kind: .event, name: [row[0] ?? ""]), parent: nil, attributes: attributes)
  }

  /// A schedule that names no start begins when the event is made, which is no part of its definition.
  private static func schedule(_ row: [String?]) -> String {
    if let moment = row[4] { return "AT '\(moment)'" }
    let interval = "EVERY \(quoted(row[5] ?? "")) \(row[6] ?? "")"
    let start = row[16] == "1" ? nil : row[7].map { " STARTS '\($0)'" }
    return interval + (start ?? "") + (row[8].map { " ENDS '\($0)'" } ?? "")
  }

  private static func quoted(_ interval: String) -> String {
    interval.allSatisfy(\.isNumber) ? interval : "'\(interval.replacing("'", with: ""))'"
  }
}
