import SchemagateModel

/// A table, foreign table, view, materialized view, sequence or composite type, in the order of `relations.sql`.
struct RelationRow: Sendable {
  let number: UInt32
  let type: UInt32
  let identity: ObjectIdentity
  let schema: ObjectIdentity
  let owner: UInt32
  /// What the row alone says; columns, parents and comments are added where they are known.
  let attributes: [Attribute: Value]

  var key: CatalogueKey {
    identity.kind == .compositeType
      ? CatalogueKey(catalogue: .type, object: type) : CatalogueKey(catalogue: .relation, object: number)
  }

  /// Whether its columns are objects of their own.
  var hasColumns: Bool { identity.kind == .table || identity.kind == .foreignTable }

  init?(_ row: borrowing RowReader, _ roles: RoleWords) {
    guard let kind = Self.kind(row.letter(4)), let schemaName = row.text(2), let name = row.text(3) else { return nil }
    number = row.number(0)
    type = row.number(1)
    owner = row.number(5)
    identity = ObjectIdentity(kind: kind, name: [schemaName, name])
    schema = ObjectIdentity(kind: .schema, name: [schemaName])
    var attributes: [Attribute: Value] = [:]
    attributes.set(.owner, text: roles.owner(owner))
    attributes[.grants] = roles.grants(
      row.text(6), isSet: row.flag(7), kind: Self.grantKind(kind), owner: owner)
    Self.add(row, kind, to: &attributes)
    self.attributes = attributes
  }

  private static func add(_ row: borrowing RowReader, _ kind: ObjectKind, to attributes: inout [Attribute: Value]) {
    if kind != .compositeType { attributes.set(.persistence, text: persistence(row.letter(8))) }
    attributes.set(.rowSecurity, whereTrue: row.flag(9))
    attributes.set(.forcedRowSecurity, whereTrue: row.flag(10))
    if kind == .materializedView { attributes[.populated] = .flag(row.flag(11)) }
    addOptions(row.members(12) + row.members(13, prefix: "toast.") + row.options(22), to: &attributes)
    attributes.set(.tablespace, text: row.text(14))
    attributes.set(.accessMethod, text: row.text(15))
    attributes.set(.partitionKey, sql: row.text(16))
    attributes.set(.partitionBound, sql: row.text(17))
    attributes.set(.definition, sql: row.text(18))
    attributes.set(.ofType, text: row.text(19))
    attributes.set(.replicaIdentity, text: replicaIdentity(row.letter(20)))
    attributes.set(.server, text: row.text(21))
  }

  private static func addOptions(_ options: [String], to attributes: inout [Attribute: Value]) {
    let check = "check_option="
    let checkOption = options.first { $0.hasPrefix(check) }
    attributes.set(.checkOption, text: checkOption.map { String($0.dropFirst(check.count)) })
    attributes.set(.options, members: options.filter { $0 != checkOption })
  }

  private static func kind(_ letter: Character) -> ObjectKind? {
    switch letter {
    case "r", "p": .table
    case "f": .foreignTable
    case "v": .view
    case "m": .materializedView
    case "S": .sequence
    case "c": .compositeType
    default: nil
    }
  }

  private static func grantKind(_ kind: ObjectKind) -> Character {
    switch kind {
    case .sequence: "s"
    case .compositeType: "T"
    default: "r"
    }
  }

  private static func persistence(_ letter: Character) -> String {
    switch letter {
    case "u": "unlogged"
    case "t": "temporary"
    default: "permanent"
    }
  }

  /// `nil` for the default; an index that serves as the identity says so itself.
  private static func replicaIdentity(_ letter: Character) -> String? {
    switch letter {
    case "n": "nothing"
    case "f": "full"
    case "i": "index"
    default: nil
    }
  }
}
