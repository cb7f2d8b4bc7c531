import SchemagateModel

/// Tables, statements, locks and rows as the samples have them.
extension Sample {
  static func column(
    _ name: String, base: ColumnReport.Shape?, head: ColumnReport.Shape?, renamedFrom: String? = nil
  ) -> ColumnReport {
    ColumnReport(name: name, renamedFrom: renamedFrom, base: base, head: head)
  }

  static let key = ColumnReport.Shape(type: "bigint", nullable: false, isPrimaryKey: true)

  static let users = TableReport(
    name: "public.users", change: .altered,
    columns: [
      column("id", base: key, head: key),
      column("email", base: nil, head: .init(type: "text", nullable: true)),
      column("phone", base: .init(type: "text", nullable: true), head: nil),
      column(
        "name", base: .init(type: "character varying(80)", nullable: true),
        head: .init(type: "character varying(200)", nullable: false, default: "''::text")),
    ])

  static let customerOrders = TableReport(
    name: "public.orders", change: .added,
    columns: [
      column("id", base: nil, head: key),
      column("user_id", base: nil, head: .init(type: "bigint", nullable: false, isForeignKey: true)),
      column("total", base: nil, head: .init(type: "numeric(12,2)", nullable: false)),
      column("placed_at", base: nil, head: .init(type: "timestamp with time zone", nullable: false, default: "now()")),
    ],
    references: [
      .init(
        name: "orders_user_fk", columns: ["user_id"], table: "public.users", isOptional: false, isUnique: false,
        change: .added)
    ])

  static let profiles = TableReport(
    name: "public.profiles", change: .none,
    columns: [
      column("pk", base: key, head: key), column("bio", base: text, head: text),
      column("user_id", base: uniqueKey, head: uniqueKey),
    ],
    references: [
      .init(
        name: "profiles_user_fk", columns: ["user_id"], table: "public.users", isOptional: true, isUnique: true,
        change: .none)
    ])

  private static let text = ColumnReport.Shape(type: "text", nullable: true)
  private static let uniqueKey = ColumnReport.Shape(type: "bigint", nullable: true, isUnique: true, isForeignKey: true)

  static let emailTrace = [
    StatementReport(line: 3, text: "ALTER TABLE users ADD COLUMN email text", tag: "ALTER TABLE", milliseconds: 1.5),
    StatementReport(line: 4, text: "UPDATE users SET email = ''", tag: "UPDATE", rows: 1200, milliseconds: 20),
    StatementReport(line: 5, text: "ALTER TABLE users DROP COLUMN phone", tag: "ALTER TABLE", milliseconds: 0.2),
  ]

  static let ordersTrace = [
    StatementReport(
      line: 3, text: "CREATE TABLE orders ( id bigint GENERATED ALWAYS AS IDENTITY, …", tag: "CREATE TABLE")
  ]

  /// A report in which every kind of section is as long as a large branch makes it.
  static func huge(migrations: Int, changes: Int, errors: Int) -> Report {
    var target = failingShop
    let ids = (1...migrations).map { MigrationID("2026\($0 + 100_000)") }
    target.migrations.added = ids.map { id in
      var step = StepReport(
        transaction: .file, statements: 40, milliseconds: 3, changes: emailChanges, rollback: .restored,
        trace: Array(repeating: emailTrace[1], count: 40))
      step.strongestLock = "ACCESS EXCLUSIVE"
      return MigrationReport(id: id, name: "step", path: "db/migrations/\(id)_step.sql", step: step)
    }
    target.changes = (1...changes).map { number in
      ChangeReport(
        verb: .alter, kind: .column, name: "public.wide\(number % 90).c\(number)", migrations: [ids[0]],
        consequence: .breaksUse, declared: false, attributes: [.init(name: .type, base: "integer", head: "bigint")])
    }
    target.tables = (1...90).map { number in
      var table = users
      table.name = "public.wide\(number)"
      table.references = [
        .init(
          columns: ["id"], table: "public.wide\(number % 12 + 1)", isOptional: true, isUnique: false, change: .added)
      ]
      return table
    }
    let findings = (1...errors).map { number in
      var finding = number.isMultiple(of: 2) ? residue : undeclared
      finding.message = "error \(number): \(finding.message)"
      return finding
    }
    target.checks = [
      .init(id: .history, outcome: .warned, findings: [late]),
      .init(id: .rollback, outcome: .failed, findings: findings),
    ]
    return report(.failed, [target])
  }
}
