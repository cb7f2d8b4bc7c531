import SchemagateModel

/// Reports whose pages are looked at: those that show something that no other sample does.
enum PageSample: String, CaseIterable, Sendable {
  case drawn
  case unknown
  case hostile

  var report: Report {
    switch self {
    case .drawn: Sample.drawnReport
    case .unknown: Sample.unknown.report
    case .hostile: Sample.hostileTables
    }
  }
}

/// Tables and traces as an engine would report them.
extension Sample {
  static var drawnReport: Report {
    var shop = failingShop
    shop.tables = shopTables
    shop.changes += drawnChanges
    shop.migrations.added[0].step?.trace = [
      .init(
        line: 2, text: "ALTER TABLE users ADD COLUMN email text", tag: "ALTER TABLE", rows: nil, milliseconds: 1.24),
      .init(
        line: 3, text: "UPDATE users SET email = name || '@example.org'", tag: "UPDATE", rows: 2100, milliseconds: 31),
      .init(line: 5, text: "ALTER TABLE users DROP COLUMN phone", tag: "ALTER TABLE", milliseconds: 0.4),
    ]
    shop.migrations.added[1].step?.trace = [
      .init(line: 1, text: "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL)", tag: "CREATE TABLE"),
      .init(line: 9, text: "CREATE INDEX ON order (user_id)", rejected: true),
    ]
    shop.environments = [
      .init(name: "production", snapshot: "snapshots/production.json", outcome: .applies, applied: 41),
      .init(
        name: "staging", snapshot: "snapshots/staging.json", outcome: .differs, applied: 39, behind: ["20251230"],
        unknown: ["20251231_try"]),
    ]
    return report(.failed, [shop, sqliteCache, unchanged("audit")])
  }

  static func column(
    _ name: String, _ type: String, nullable: Bool = true, _ expression: String? = nil, key: Bool = false,
    unique: Bool = false, foreign: Bool = false
  ) -> (name: String, shape: ColumnReport.Shape) {
    (
      name,
      .init(
        type: type, nullable: nullable, default: expression, isPrimaryKey: key, isUnique: unique, isForeignKey: foreign)
    )
  }

  static func same(_ column: (name: String, shape: ColumnReport.Shape)) -> ColumnReport {
    .init(name: column.name, base: column.shape, head: column.shape)
  }

  static func added(_ column: (name: String, shape: ColumnReport.Shape)) -> ColumnReport {
    .init(name: column.name, base: nil, head: column.shape)
  }

  static func dropped(_ column: (name: String, shape: ColumnReport.Shape)) -> ColumnReport {
    .init(name: column.name, base: column.shape, head: nil)
  }

  static let id = column("id", "bigint", nullable: false, "nextval('id_seq'::regclass)", key: true)

  static let shopTables: [TableReport] = [
    TableReport(
      name: "public.users", change: .altered,
      columns: [
        same(id), same(column("name", "text", nullable: false)), dropped(column("phone", "text")),
        added(column("email", "text", unique: true)),
        .init(
          name: "age", base: column("age", "integer").shape,
          head: column("age", "smallint", nullable: false, "0").shape),
        .init(
          name: "registered_at", renamedFrom: "created", base: column("", "timestamp with time zone").shape,
          head: column("", "timestamp with time zone").shape),
        same(column("invited_by", "bigint", foreign: true)),
      ],
      references: [
        .init(columns: ["invited_by"], table: "public.users", isOptional: true, isUnique: false, change: .none)
      ]),
    TableReport(
      name: "public.orders", change: .added,
      columns: [
        added(id), added(column("user_id", "bigint", nullable: false, foreign: true)),
        added(column("coupon_id", "bigint", foreign: true)), added(column("total", "numeric(12,2)", nullable: false)),
        added(column("placed_at", "timestamp with time zone", nullable: false, "now()")),
      ],
      references: [
        .init(
          name: "orders_user_fk", columns: ["user_id"], table: "public.users", isOptional: false, isUnique: false,
          change: .added),
        .init(columns: ["coupon_id"], table: "public.coupons", isOptional: true, isUnique: true, change: .added),
      ]),
    TableReport(
      name: "public.carts", change: .dropped,
      columns: [dropped(id), dropped(column("user_id", "bigint", nullable: false, foreign: true))],
      references: [
        .init(columns: ["user_id"], table: "public.users", isOptional: false, isUnique: true, change: .dropped)
      ]),
    TableReport(
      name: "public.coupons", change: .none, columns: [same(id), same(column("code", "text", nullable: false))]),
    TableReport(
      name: "public.order_items", change: .none,
      columns: [
        same(column("order_id", "bigint", nullable: false, key: true, foreign: true)),
        same(column("product_id", "bigint", nullable: false, key: true, foreign: true)),
        same(column("amount", "integer")),
      ],
      references: [
        .init(columns: ["order_id"], table: "public.orders", isOptional: false, isUnique: false, change: .none),
        .init(columns: ["user_id"], table: "public.users", isOptional: false, isUnique: false, change: .altered),
      ]),
    TableReport(name: "public.settings", change: .altered, columns: [same(id), added(column("value", "jsonb"))]),
  ]

  static let drawnChanges: [ChangeReport] = [
    ChangeReport(
      verb: .alter, kind: .view, name: "public.names", migrations: [email], consequence: .breaksUse, declared: true,
      attributes: [
        .init(
          name: .definition, base: "SELECT id,\n  name,\n  phone\nFROM users;",
          head: "SELECT id,\n  name,\n  email\nFROM users;")
      ]),
    ChangeReport(
      verb: .add, kind: .index, name: "public.users_email_idx", migrations: [email], consequence: .harmless,
      declared: false,
      attributes: [
        .init(name: .definition, base: nil, head: "CREATE INDEX users_email_idx ON public.users USING btree (email)"),
        .init(name: .owner, base: nil, head: "shop"),
      ]),
    ChangeReport(
      verb: .drop, kind: .table, name: "public.carts", migrations: [orders], consequence: .losesData, declared: false,
      attributes: []),
  ]

  /// Hostile names wherever a page writes one.
  static var hostileTables: Report {
    var report = hostileReport
    let name = hostileName
    let shape = ColumnReport.Shape(type: name, nullable: true, default: name, isPrimaryKey: true, isForeignKey: true)
    let reference = ReferenceReport(
      name: name, columns: [name], table: name, isOptional: true, isUnique: false, change: .altered)
    report.targets[0].tables = [
      TableReport(
        name: name, renamedFrom: name + "2", change: .altered,
        columns: [
          .init(name: name, renamedFrom: name, base: shape, head: shape), .init(name: name, base: nil, head: shape),
        ],
        references: [reference])
    ]
    report.targets[0].migrations.added[0].step?.trace = [.init(line: 1, text: name, tag: name, rejected: true)]
    report.targets[0].environments = [
      .init(name: name, snapshot: name, outcome: .notChecked, behind: [MigrationID(name)], why: name)
    ]
    report.targets.append(unchanged(name))
    return report
  }

  /// Forty changed tables among a hundred.
  static var manyTables: Report {
    var shop = failingShop
    shop.tables = (1...100).map { number in
      let parents = [number / 3, number / 7].filter { $0 > 0 && number % 5 != 0 }
      let keys = Set(parents).sorted().map { (parent: Int) in "t\(parent)_id" }
      let change: TableReport.Change = number % 5 < 2 ? .altered : .none
      return TableReport(
        name: "public.t\(number)", change: change,
        columns: [same(id)] + keys.map { same(column($0, "bigint", foreign: true)) }
          + (1...30).map { change == .none || $0 != 7 ? same(column("c\($0)", "text")) : added(column("c7", "text")) },
        references: Set(parents).sorted().map {
          .init(columns: ["t\($0)_id"], table: "public.t\($0)", isOptional: false, isUnique: false, change: .none)
        })
    }
    return report(.failed, [shop])
  }
}
