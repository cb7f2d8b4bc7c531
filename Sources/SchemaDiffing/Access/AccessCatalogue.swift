import SchemagateModel

/// A schema read for one question: what do its grants alone allow?
struct AccessCatalogue {
  private let schema: Schema
  /// The roles that each role is a member of, itself not among them.
  private let memberships: [String: Set<String>]

  init(_ schema: Schema) {
    self.schema = schema
    let roles = schema.objects.filter { $0.identity.kind == .role }
    memberships = Dictionary(
      roles.map { role in
        (
          Self.plain(role.identity.name.last ?? ""),
          Set(role.members(of: .memberOf).filter(Self.inherits).map { Self.plain(Self.roleName($0)) })
        )
      }, uniquingKeysWith: { $1 })
  }

  func object(_ identity: ObjectIdentity) -> SchemaObject? { schema.object(identity) }

  /// What the catalogue says about a right on an object, or on a column of one.
  func state(_ grant: Grant, on identity: ObjectIdentity) -> CatalogueAccess.State {
    guard let holder = holder(of: grant, on: identity) else { return .refused }
    guard let lacking = schemaLacking(grant.grantee, for: identity) else { return .allowed(through: holder) }
    return .lacksSchema(lacking)
  }

  /// Whether row security is on where the right would meet rows.
  func hasRowSecurity(_ grant: Grant, on identity: ObjectIdentity) -> Bool {
    guard ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(grant.privilege), !grant.isOption else { return false }
    let name = identity.kind == .column ? Array(identity.name.dropLast()) : identity.name
    return object(ObjectIdentity(kind: .table, name: name))?.attributes[.rowSecurity] == .flag(true)
  }

  /// Other roles that have the same right.
  func holders(_ grant: Grant, on identity: ObjectIdentity) -> Set<Grantee> {
    let same = rights(on: identity).filter { $0.privilege == grant.privilege && $0.isOption == grant.isOption }
    return Set(same.map(\.grantee)).filter { holder in
      guard case .role = holder, holder != grant.grantee else { return false }
      return schemaLacking(holder, for: identity) == nil
    }
  }

  /// Through whose grant, where several would do the grantee's own.
  private func holder(of grant: Grant, on identity: ObjectIdentity) -> Grantee? {
    let rights = rights(on: identity).filter { $0.privilege == grant.privilege && $0.isOption == grant.isOption }
    let holders = Set(rights.map(\.grantee))
    if holders.contains(grant.grantee) { return grant.grantee }
    if holders.contains(.everyone) { return .everyone }
    guard case .role(let name) = grant.grantee else { return nil }
    let groups = groups(of: Self.plain(name))
    if holders.contains(.owner), let owner = object(identity)?.attributes[.owner]?.description {
      if owner == name { return .owner }
      if groups.contains(Self.plain(owner)) { return .role(owner) }
    }
    return holders.filter { isGroup($0, in: groups) }.min { $0.word < $1.word }
  }

  private func isGroup(_ grantee: Grantee, in groups: Set<String>) -> Bool {
    guard case .role(let name) = grantee else { return false }
    return groups.contains(Self.plain(name))
  }

  private func rights(on identity: ObjectIdentity) -> [Grant] {
    let own = object(identity)?.members(of: .grants) ?? []
    guard identity.kind == .column else { return own.flatMap(Grant.all) }
    let table = Array(identity.name.dropLast())
    let holders = [ObjectKind.table, .foreignTable, .view, .materializedView].compactMap {
      object(ObjectIdentity(kind: $0, name: table))
    }
    let listed = holders.flatMap { $0.members(of: .columnGrants) }.compactMap { entry in
      ColumnGrant(entry).flatMap { $0.column == identity.name.last ? $0.entry : nil }
    }
    return (own + listed + holders.flatMap { $0.members(of: .grants) }).flatMap(Grant.all)
  }

  /// The schema without whose `USAGE` nothing in it can be named; `nil` where the grantee has it, or where there is none.
  private func schemaLacking(_ grantee: Grantee, for identity: ObjectIdentity) -> String? {
    guard Self.standsInSchema(identity.kind), identity.name.count > 1,
      let name = (identity.table ?? identity.name).first
    else { return nil }
    let schema = ObjectIdentity(kind: .schema, name: [name])
    guard object(schema) != nil else { return nil }
    let usage = Grant(grantee: grantee, privilege: "USAGE")
    return holder(of: usage, on: schema) == nil && !isOwner(grantee) ? name : nil
  }

  /// Owners are mostly those of the schema, too; who isn't shows when it is tried.
  private func isOwner(_ grantee: Grantee) -> Bool {
    switch grantee {
    case .owner, .databaseOwner, .administrator: true
    case .everyone, .role: false
    }
  }

  private static func standsInSchema(_ kind: ObjectKind) -> Bool {
    switch kind.family {
    case .table, .column, .view, .sequence, .routine, .type: true
    case .database, .schema, .installed, .constraint, .index, .tableCode, .policy, .buildingBlock, .service, .access:
      false
    }
  }

  /// All roles whose rights the role has as its member, directly or not.
  private func groups(of role: String) -> Set<String> {
    var found: Set<String> = []
    var open = [role]
    while let next = open.popLast() {
      for group in memberships[next] ?? [] where found.insert(group).inserted { open.append(group) }
    }
    return found
  }

  /// A role's name without the quotes that SQL needs.
  private static func plain(_ name: String) -> String {
    guard name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 else { return name }
    return String(name.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// Whether a member has the group's rights without asking for them.
  private static func inherits(_ entry: String) -> Bool {
    guard let options = entry.firstRange(of: " WITH ") else { return true }
    let words = entry[options.upperBound...].lowercased()
    return !["no inherit", "noinherit", "inherit false", "without inherit"].contains { words.contains($0) }
  }

  /// A membership's entry without its options.
  static func roleName(_ entry: String) -> String {
    guard let options = entry.firstRange(of: " WITH ") else { return entry }
    return String(entry[..<options.lowerBound])
  }
}

/// An entry `column: grantee=PRIVILEGE`.
struct ColumnGrant {
  let column: String
  let entry: String

  init?(_ text: String) {
    guard let divider = text.firstRange(of: ": ") else { return nil }
    column = String(text[..<divider.lowerBound])
    entry = String(text[divider.upperBound...])
  }
}
