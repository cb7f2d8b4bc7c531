import SchemagateModel

/// The words by which owners and grantees show, none of which depends on what our own roles are called.
struct RoleWords: Equatable, Sendable {
  let database: DatabaseRow
  /// Every role's name, quoted as SQL needs it, so that no name looks like one of our words.
  let names: [UInt32: String]
  /// The default privileges, by `acldefault`'s letters.
  let defaults: [Character: String]
  private let defaultValues: [Character: Value]

  init(database: DatabaseRow, names: [UInt32: String], defaults: [Character: String]) {
    self.database = database
    self.names = names
    self.defaults = defaults
    defaultValues = defaults.mapValues { .set(of: Self.entries($0) { $0 == 0 ? "PUBLIC" : "OWNER" }) }
  }

  /// `nil` for the database's owner, since that is who owns an object by default.
  func owner(_ role: UInt32) -> String? {
    if ownsDatabase(role) { return nil }
    return role == database.administrator ? "ADMINISTRATOR" : name(role)
  }

  /// Everyone, or a role. `OWNER` is the owner of the object itself, so that a change of owner changes nothing else.
  func grantee(_ role: UInt32, owner: UInt32) -> String {
    if role == 0 { return "PUBLIC" }
    if role == owner || ownsDatabase(role) && ownsDatabase(owner) { return "OWNER" }
    if ownsDatabase(role) { return "DATABASE_OWNER" }
    return role == database.administrator ? "ADMINISTRATOR" : name(role)
  }

  /// The grants of an object; what was never granted or revoked is spelt out as the default of its kind.
  func grants(_ text: String?, isSet: Bool, kind: Character, owner: UInt32) -> Value? {
    guard isSet else { return defaultValues[kind] }
    return .set(of: members(text, owner: owner))
  }

  /// One `grantee=PRIVILEGE` for each of the query's `grantee:privilege` words.
  func members(_ text: String?, owner: UInt32) -> [String] {
    Self.entries(text ?? "") { grantee($0, owner: owner) }
  }

  private static func entries(_ text: String, _ grantee: (UInt32) -> String) -> [String] {
    text.split(separator: " ").compactMap { entry in
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let role = UInt32(parts[0]) else { return nil }
      let mayGrant = parts[1].hasSuffix("*")
      return "\(grantee(role))=\(mayGrant ? parts[1].dropLast() : parts[1])\(mayGrant ? " WITH GRANT OPTION" : "")"
    }
  }

  private func ownsDatabase(_ role: UInt32) -> Bool {
    role == database.owner || names[role] == "pg_database_owner"
  }

  private func name(_ role: UInt32) -> String { names[role] ?? String(role) }
}

/// The database that is read.
struct DatabaseRow: Equatable, Sendable {
  let number: UInt32
  let owner: UInt32
  let administrator: UInt32
  let grants: String?
  let hasGrants: Bool
  let comment: String?
  /// `role:name=value`, where role 0 is everyone.
  let settings: [String]

  /// Reads in the order of `database.sql`.
  init(_ row: borrowing RowReader) {
    number = row.number(0)
    owner = row.number(1)
    administrator = row.number(2)
    grants = row.text(3)
    hasGrants = row.flag(4)
    comment = row.text(5)
    settings = row.options(6)
  }

  /// The database as an object; its own name is the server's business, not the schema's.
  func object(_ context: CatalogueContext, _ changed: ChangedGrants) -> SchemaObject {
    var attributes: [Attribute: Value] = [:]
    attributes[.grants] = context.roles.grants(grants, isSet: hasGrants, kind: "d", owner: owner)
    attributes.set(.comment, text: comment)
    changed.add(ofExtension: 0, to: &attributes)
    attributes.set(.settings, members: settings.map { Self.setting($0, context.roles) })
    return context.object(
      ObjectIdentity(kind: .database, name: ["current"]), parent: nil,
      key: CatalogueKey(catalogue: .database, object: number), attributes)
  }

  /// `work_mem=1MB`, or `role reader: work_mem=1MB` where it is one role's.
  private static func setting(_ text: String, _ roles: RoleWords) -> String {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let role = UInt32(parts[0]) else { return text }
    return role == 0 ? String(parts[1]) : "role \(roles.grantee(role, owner: 0)): \(parts[1])"
  }
}
