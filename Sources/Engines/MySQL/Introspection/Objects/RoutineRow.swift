import SchemagateModel

/// A routine, in the order of `routines.sql`, with its parameters in the order of `parameters.sql`.
struct RoutineRow {
  let name: String
  private let row: [String?]
  private let parameters: [[String?]]
  private let programs: StoredPrograms

  init(_ row: [String?], _ parameters: [[String?]], _ programs: StoredPrograms) {
    name = row[0] ?? ""
    self.row = row
    self.parameters = parameters
    self.programs = programs
  }

  var kindWords: String { (row[1] ?? "").lowercased() }

  var mayBeAggregate: Bool {
    kindWords == "function" && (row[5] ?? "").lowercased().contains("group")
  }

  /// `nil` where the server hides the body from this user, or where the kind isn't known.
  func object(isAggregate: Bool) -> SchemaObject? {
    guard let body = row[5], let kind = ObjectKind(rawValue: isAggregate ? "aggregate" : kindWords) else { return nil }
    var attributes = programs.attributes(
      definer: row[11], sqlMode: row[9], characterSet: row[12], collation: row[13], databaseCollation: row[14])
    attributes[.definition] = StoredPrograms.body(body)
    attributes[.deterministic] = .flag(row[6] == "YES")
    attributes[.dataAccess] = .text((row[7] ?? "").lowercased())
    // The definer's rights are the default.
    if row[8] == "INVOKER" { attributes[.securityDefiner] = .flag(false) }
    attributes.set(.comment, text: row[10])
    attributes.set(.returns, text: row[2].map { Self.type($0, row[3], row[4]) })
    attributes.set(.language, text: row[15].flatMap { $0 == "SQL" ? nil : $0.lowercased() })
    if !parameters.isEmpty { attributes[.arguments] = .list(parameters.map { parameter($0) }) }
    return SchemaObject(identity: ObjectIdentity(kind: kind, name: [name]), parent: nil, attributes: attributes)
  }

  private func parameter(_ row: [String?]) -> String {
    let mode = kindWords == "function" && row[2] == "IN" ? nil : row[2]
    let parts = [mode, row[3], Self.type(row[4] ?? "", row[5], row[6]), row[7].map { "DEFAULT \($0)" }]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private static func type(_ name: String, _ characterSet: String?, _ collation: String?) -> String {
    name + (characterSet.map { " CHARACTER SET \($0)" } ?? "") + (collation.map { " COLLATE \($0)" } ?? "")
  }
}
