import SchemagateModel

/// Triggers, rules and policies: what is named within a table or view.
struct TableMembers: Sendable {
  let context: CatalogueContext

  /// In the order of `triggers.sql`.
  func trigger(_ row: borrowing RowReader) -> SchemaObject? {
    context.member(
      .trigger, row.text(2) ?? "", of: row.number(1), key: CatalogueKey(catalogue: .trigger, object: row.number(0)),
      [.definition: .sql(row.text(3) ?? ""), .enabled: .text(Self.enabled(row.letter(4)))])
  }

  /// In the order of `rules.sql`.
  func rule(_ row: borrowing RowReader) -> SchemaObject? {
    context.member(
      .rule, row.text(2) ?? "", of: row.number(1), key: CatalogueKey(catalogue: .rule, object: row.number(0)),
      [.definition: .sql(row.text(3) ?? ""), .enabled: .text(Self.enabled(row.letter(4)))])
  }

  /// In the order of `policies.sql`.
  func policy(_ row: borrowing RowReader) -> SchemaObject? {
    let table = row.number(1)
    let owner = context.relations[table]?.owner ?? 0
    let roles = row.text(5)?.split(separator: " ").compactMap { UInt32($0) } ?? []
    var attributes: [Attribute: Value] = [
      .command: .text(Self.command(row.letter(3))), .permissive: .flag(row.flag(4)),
      .roles: .set(of: roles.map { context.roles.grantee($0, owner: owner) }),
    ]
    attributes.set(.using, sql: row.text(6))
    attributes.set(.withCheck, sql: row.text(7))
    // An extension's table isn't shown, and its policies are the user's all the same.
    let tableName = [row.text(8) ?? "", row.text(9) ?? ""]
    return context.object(
      ObjectIdentity(kind: .policy, name: [row.text(2) ?? ""], table: tableName),
      parent: context.relations[table]?.identity, key: CatalogueKey(catalogue: .policy, object: row.number(0)),
      attributes)
  }

  /// How `pg_trigger`, `pg_rewrite` and `pg_event_trigger` say when their code runs.
  static func enabled(_ letter: Character) -> String {
    switch letter {
    case "D": "disabled"
    case "R": "replica"
    case "A": "always"
    default: "enabled"
    }
  }

  private static func command(_ letter: Character) -> String {
    switch letter {
    case "r": "SELECT"
    case "a": "INSERT"
    case "w": "UPDATE"
    case "d": "DELETE"
    default: "ALL"
    }
  }
}
