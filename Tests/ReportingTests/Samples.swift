import SchemagateModel

/// Reports as a check would make them, each with its golden files in `Golden/`.
enum Sample: String, CaseIterable, Sendable {
  case passing
  case failing
  case unknown
  case mended
  case hostile
  case several
  case many

  var report: Report {
    switch self {
    case .passing: Self.report(.passed, [Self.shop(.passed)])
    case .failing: Self.report(.failed, [Self.failingShop])
    case .unknown: Self.report(.unknown, [Self.unknownShop])
    case .mended: Self.report(.passed, [Self.mendedShop])
    case .hostile: Self.hostileReport
    case .several:
      Self.report(.failed, [Self.failingShop, Self.sqliteCache, Self.unchanged("audit"), Self.unchanged("queue")])
    case .many: Self.report(.failed, [Self.manyFindings])
    }
  }

  static func report(_ verdict: Verdict, _ targets: [TargetReport]) -> Report {
    Report(
      generator: .init(name: "schemagate", version: "0.1.0"),
      repository: .init(host: "github.com", path: "acme/shop", forge: .gitHub),
      base: CommitReference(
        name: "origin/main", commit: "1f0c4a5be5a1c4e6e7d0a4b2c3d4e5f60718293a", why: "GITHUB_BASE_REF"),
      head: CommitReference(name: "HEAD", commit: "9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0", why: nil),
      mergeBase: "77aa66bb55cc44dd33ee22ff1100aabbccddeeff", mergedTree: "0123456789abcdef0123456789abcdef01234567",
      verdict: verdict, command: "schemagate check --base origin/main", targets: targets)
  }

  static let email: MigrationID = "20260101120000"
  static let orders: MigrationID = "20260102090000"
  static let emailPath = "db/migrations/20260101120000_add_email.sql"
  static let ordersPath = "db/migrations/20260102090000_create_orders.sql"

  static func shop(_ verdict: Verdict) -> TargetReport {
    let changes = emailChanges + ordersChanges
    return TargetReport(
      name: "shop", engine: .init(name: .postgresql, version: "15.18"), tool: "dbmate", verdict: verdict,
      migrations: MigrationsReport(
        base: 41, head: 43,
        added: [
          migration(email, "add_email", emailPath, emailChanges, trace: emailTrace),
          migration(orders, "create_orders", ordersPath, ordersChanges, trace: ordersTrace),
        ]),
      changes: changes, tables: [customerOrders, profiles, users], access: access,
      checks: [.init(id: .history, outcome: .passed), .init(id: .apply, outcome: .passed)],
      timings: [.init(stage: "base", milliseconds: 812), .init(stage: "upgrade", milliseconds: 31)])
  }

  static let access = [
    AccessReport(
      words: "`anon` can now read and change rows of `public.users`", claim: .gained, role: "anon",
      actions: ["SELECT", "UPDATE"], kind: .table, object: "public.users", proved: true,
      how: "SET ROLE anon; SELECT * FROM \"public\".\"users\" LIMIT 0"),
    AccessReport(
      words: "view `public.names` lost `security_barrier`", claim: .view, kind: .view, object: "public.names",
      proved: false, how: "from the catalogue, not tried: what a barrier holds back shows in no query of ours"),
  ]

  static func migration(
    _ id: MigrationID, _ name: String, _ path: String, _ changes: [ChangeReport],
    _ rollback: StepReport.Rollback = .restored, trace: [StatementReport]? = nil
  ) -> MigrationReport {
    var step = StepReport(
      transaction: .file, statements: 2, milliseconds: 12, changes: changes, rollback: rollback, trace: trace)
    step.strongestLock = trace == nil ? nil : "ACCESS EXCLUSIVE"
    step.rows = trace?.compactMap(\.rows).reduce(0, +)
    return MigrationReport(id: id, name: name, path: path, step: step)
  }

  static let emailChanges = [
    ChangeReport(
      verb: .add, kind: .column, name: "public.users.email", notRename: "public.users.phone", migrations: [email],
      consequence: .harmless, declared: false,
      attributes: [
        .init(name: .nullable, base: nil, head: "true"), .init(name: .type, base: nil, head: "text"),
      ]),
    ChangeReport(
      verb: .drop, kind: .column, name: "public.users.phone", notRename: "public.users.email", migrations: [email],
      consequence: .losesData, declared: true,
      attributes: [.init(name: .type, base: "text", head: nil)]),
    ChangeReport(
      verb: .alter, kind: .table, name: "public.users", migrations: [email], consequence: .widensAccess, declared: true,
      attributes: [.init(name: .grants, base: "shop=SELECT", head: "anon=SELECT, anon=UPDATE, shop=SELECT")]),
  ]

  static let ordersChanges: [ChangeReport] = {
    let table = ChangeReport(
      verb: .add, kind: .table, name: "public.orders", migrations: [orders], consequence: .harmless, declared: false,
      attributes: [])
    let columns = ["id bigint", "user_id bigint", "total numeric(12,2)", "placed_at timestamp with time zone"].map {
      words in
      let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
      return ChangeReport(
        verb: .add, kind: .column, name: "public.orders.\(parts[0])", migrations: [orders], consequence: .harmless,
        declared: false,
        attributes: [.init(name: .nullable, base: nil, head: "false"), .init(name: .type, base: nil, head: parts[1])])
    }
    let key = ChangeReport(
      verb: .add, kind: .foreignKey, name: "orders_user_fk", on: "public.orders", migrations: [orders],
      consequence: .harmless, declared: false,
      attributes: [.init(name: .definition, base: nil, head: "FOREIGN KEY (user_id) REFERENCES public.users(id)")])
    return [table] + columns + [key]
  }()

  static let residue = Finding(
    rule: "rollback-residue", severity: .error,
    message: "The down part of `20260101120000_add_email.sql` leaves index `public.users_email_idx` behind",
    evidence:
      "+ index public.users_email_idx (left behind)\n+     CREATE INDEX users_email_idx ON public.users USING btree (email)",
    remedy: "Add `DROP INDEX public.users_email_idx;` to the down part.", migration: email,
    object: "index public.users_email_idx",
    location: SourceLocation(path: emailPath, line: 7),
    declarations: ["-- schemagate: allow rollback-residue on public.users_email_idx because <reason>"])

  static let undeclared = Finding(
    rule: "change-undeclared", severity: .error,
    message:
      "`20260102090000_create_orders.sql` alters column `public.orders.total` (type `numeric(14,4)` → `numeric(12,2)`) without declaring it: data can be lost",
    evidence: "  column public.orders.total\n-   type: numeric(14,4)\n+   type: numeric(12,2)",
    remedy: "If the change is meant, declare it in the migration's up part; if not, take it out.", migration: orders,
    object: "column public.orders.total", location: SourceLocation(path: ordersPath, line: 3, column: 5),
    declarations: [
      "-- schemagate: expect alter column public.orders.total (type numeric(14,4) -> numeric(12,2)) because <reason>"
    ])

  static let late = Finding(
    rule: "version-out-of-order", severity: .warning,
    message: "`20260101120000_add_email.sql` comes before base's newest version `20260101180000`",
    remedy: "Give it a version above `20260101180000`.", migration: email,
    location: SourceLocation(path: emailPath))

  static var failingShop: TargetReport {
    var shop = shop(.failed)
    shop.migrations.added[0].step?.rollback = .differs
    shop.migrations.added[0].step?.rewrites = ["public.users"]
    shop.migrations.added[1].step?.scans = ["public.users"]
    shop.checks = [
      .init(id: .history, outcome: .warned, findings: [late]),
      .init(id: .apply, outcome: .passed),
      .init(id: .expectations, outcome: .failed, findings: [undeclared]),
      .init(id: .schema, outcome: .skipped, reason: "this version doesn't compare the schema with one"),
      .init(id: .rollback, outcome: .failed, findings: [residue]),
    ]
    shop.waivers = [
      .init(
        rule: "down-missing", on: "public.orders", because: "orders are never rolled back",
        location: SourceLocation(path: ordersPath, line: 1))
    ]
    shop.notChecked = [
      .init(what: "text search configurations", why: "2 are not compared: english_plain, german_plain")
    ]
    return shop
  }

  static var unknownShop: TargetReport {
    TargetReport(
      name: "shop", engine: .init(name: .postgresql, version: "15.18"), tool: "sqlx", verdict: .unknown,
      errors: [
        .init(
          what: "the extension `postgis` is not installed on the scratch server", at: "db/migrations/0003_places.sql:1",
          try: "install the package postgresql-15-postgis-3, or name a server that has it: server: ${SHOP_TEST_SERVER}")
      ],
      assumptions: [
        "engine PostgreSQL: its SQL is written so (`bigserial`)", "tool sqlx: file names like 0001_init.up.sql",
      ],
      migrations: MigrationsReport(
        base: 3, head: 4, added: [.init(id: "4", name: "more", path: "db/migrations/0004_more.sql")]),
      checks: [
        .init(id: .history, outcome: .passed), .init(id: .apply, outcome: .skipped, reason: "base could not be built"),
      ],
      setup: "CREATE ROLE \"reporting\";\nCREATE SCHEMA \"auth\";\n")
  }

  static var mendedShop: TargetReport {
    var shop = shop(.passed)
    let mended = Finding(
      rule: "base-rejected", severity: .warning,
      message:
        "Base doesn't build, and head mends it: the database rejects `20251201000000_events.sql`: type \"datetime\" does not exist (42704)",
      evidence: "3 | CREATE TABLE events (\n4 |   at datetime\n  |      ^",
      remedy:
        "Make sure that databases which got past the broken migration in another way end up with the same schema.",
      location: SourceLocation(path: "db/migrations/20251201000000_events.sql"))
    shop.migrations.edited = [
      .init(id: "20251201000000", name: "events", path: "db/migrations/20251201000000_events.sql")
    ]
    shop.changes = []
    shop.access = []
    shop.checks = [
      .init(id: .apply, outcome: .warned, findings: [mended]),
      .init(id: .rollback, outcome: .skipped, reason: "base does not build"),
    ]
    return shop
  }

  static var sqliteCache: TargetReport {
    TargetReport(
      name: "cache", engine: .init(name: .sqlite, version: "3.40.1"), tool: "golang-migrate", verdict: .passed,
      migrations: MigrationsReport(base: 2, head: 3, added: [.init(id: "3", name: "ttl", path: "cache/3_ttl.up.sql")]),
      timings: [.init(stage: "base", milliseconds: 4)])
  }

  static func unchanged(_ name: String) -> TargetReport {
    TargetReport(
      name: name, engine: .init(name: .postgresql, version: nil), tool: "dbmate", verdict: .unchanged,
      migrations: MigrationsReport(base: 9, head: 9))
  }

  static var manyFindings: TargetReport {
    var shop = shop(.failed)
    let findings = (1...300).map { number in
      Finding(
        rule: number % 3 == 0 ? "change-undeclared" : "rollback-residue",
        severity: number % 2 == 0 ? .error : number % 5 == 0 ? .notice : .warning,
        message: "finding \(number) says that column `public.users.c\(number)` differs", evidence: "line one\nline two",
        remedy: "declare it", migration: email, location: SourceLocation(path: emailPath, line: number),
        declarations: ["allow rollback-residue on public.users because …"], existing: number % 7 == 0)
    }
    shop.checks = [.init(id: .rollback, outcome: .failed, findings: findings)]
    shop.access = (1...90).map { number in
      AccessReport(
        words: "`r\(number)` can no longer read `public.wide`", claim: .lost, role: "r\(number)", actions: ["SELECT"],
        kind: .table, object: "public.wide", proved: true,
        how: "SET ROLE r\(number); SELECT * FROM \"public\".\"wide\" LIMIT 0")
    }
    shop.changes = (1...400).map { number in
      ChangeReport(
        verb: .alter, kind: .column, name: "public.wide.c\(number)", migrations: [email], consequence: .breaksUse,
        declared: number % 2 == 0, attributes: [.init(name: .type, base: "integer", head: "bigint")])
    }
    return shop
  }

  static let hostileName =
    "x`|@acme/admins #1 <!-- --> <img src=x onerror=y> \u{202E}drop\u{1B}[31m\r\n## ✅ passed\n```\n[a](http://evil.example) **b**"

  static var hostileReport: Report { hostileReport(hostileName) }

  /// A report in which everything that comes from a branch is `name`.
  static func hostileReport(_ name: String) -> Report {
    var target = failingShop
    target.tables = hostileTables(name)
    target.name = name
    target.tool = name
    target.errors = [.init(what: name, at: name, try: name)]
    target.assumptions = [name]
    target.migrations.added = [
      migration(
        MigrationID(name), name, "db/" + name, [hostileChange(name)], .rejected,
        trace: [StatementReport(line: 1, text: name, tag: name, rows: 3, rejected: true)])
    ]
    target.migrations.added[0].step?.strongestLock = name
    target.migrations.added[0].step?.rewrites = [name]
    target.migrations.added[0].step?.scans = [name]
    target.migrations.renamed = [.init(id: "9", name: name, path: name, from: name)]
    target.changes = [hostileChange(name)]
    target.access = [
      AccessReport(
        words: "`\(name.replacing("`", with: "'"))` can now read \(name)", claim: .gained, role: name,
        actions: [name], kind: .table, object: name, on: name, proved: false, how: name)
    ]
    let finding = Finding(
      rule: name, severity: .error, message: name, evidence: name, remedy: name, migration: MigrationID(name),
      object: name,
      location: SourceLocation(path: name, line: 3), declarations: [name])
    var warning = finding
    warning.severity = .warning
    target.checks = [
      .init(id: .apply, outcome: .failed, findings: [finding, warning]),
      .init(id: .rollback, outcome: .skipped, reason: name),
    ]
    target.waivers = [.init(rule: name, on: name, because: name, location: SourceLocation(path: name, line: 1))]
    target.notChecked = [.init(what: name, why: name)]
    target.setup = name
    var report = report(.failed, [target])
    report.repository = .init(host: "github.com", path: "acme/\(name)", forge: .gitHub)
    report.head = CommitReference(name: name, commit: "9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0", why: name)
    report.errors = [.init(what: name, at: name, try: name)]
    report.notes = [name]
    return report
  }

  private static func hostileTables(_ name: String) -> [TableReport] {
    let base = ColumnReport.Shape(type: name, nullable: true, default: name)
    let head = ColumnReport.Shape(type: name + "2", nullable: false, default: name, isForeignKey: true)
    let column = column(name, base: base, head: head, renamedFrom: name)
    let reference = ReferenceReport(
      name: name, columns: [name, name], table: name, isOptional: true, isUnique: false, change: .added)
    return [
      TableReport(name: name, renamedFrom: name, change: .altered, columns: [column], references: [reference]),
      TableReport(
        name: name + "2", change: .none, columns: [Sample.column(name, base: key, head: key)], references: [reference]),
    ]
  }

  private static func hostileChange(_ name: String) -> ChangeReport {
    ChangeReport(
      verb: .alter, kind: .policy, name: name, on: name, migrations: [MigrationID(name)], consequence: .widensAccess,
      declared: false,
      attributes: [
        .init(name: .grants, base: "", head: "\(name)=SELECT"), .init(name: .using, base: name, head: name + "2"),
      ])
  }
}
