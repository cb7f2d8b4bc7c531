import SchemagateModel
import Testing

@testable import schemagate

@Suite("The configuration file")
struct ConfigurationTests {
  private let reader = ConfigurationReader(
    environment: ["SHOP_TEST_SERVER": "postgresql://tester:secret@localhost/postgres"],
    tools: ["dbmate", "golang-migrate", "files"], rules: ["blocks-writes", "table-rewritten"])

  private static let full = """
    version: 1
    base: origin/main
    targets:
      shop:
        engine: postgresql
        server-version: 16
        migrations: db/migrations/
        tool: {name: golang-migrate, transaction: none, out-of-order: refuse, table: public.versions, split: true}
        server: ${SHOP_TEST_SERVER}
        privileges: administrator
        setup: [db/roles.sql, ./db/platform.sql]
        session: ["SET search_path = app, public"]
        variables: {Namespace: auth, Level: 3}
        functions: ["normalize/1", "any/-1"]
        schema: {command: "make schema", inputs: ["app/models/**"]}
        data: [db/sample.sql]
        rows: 100
        expectations: all
        ignore: ["public.spatial_ref_sys", 'audit."Odd.Name"', "f(integer, text)"]
        inputs: [Makefile]
      cache:
        migrations: [cache, "."]
        tool: {name: files, up: "V{version}.{name}.up.sql", order: numeric}
      detected:
    rules: {table-rewritten: warning, blocks-writes: off}
    budget: {migration: 500ms, total: 2m}
    allow:
      - {rule: blocks-writes, on: public.audit_*, because: "written at night only", until: 2027-01-31}
      - {rule: table-rewritten, because: small}
    """

  @Test("every key of the documentation is read")
  func full() throws {
    let configuration = try reader.read(Self.full)
    #expect(configuration.base == "origin/main")
    #expect(configuration.targets.map(\.name) == ["shop", "cache", "detected"])
    let shop = try #require(configuration.targets.first)
    #expect(shop.engine == .postgresql)
    #expect(shop.serverVersion == "16")
    #expect(shop.migrations == ["db/migrations"])
    #expect(shop.tool.name == "golang-migrate")
    #expect(shop.tool.transaction == TransactionScope.none)
    #expect(shop.tool.outOfOrder == .refuse)
    #expect(shop.tool.table == "public.versions")
    #expect(shop.tool.split == true)
    #expect(shop.server == .url("postgresql://tester:secret@localhost/postgres"))
    #expect(shop.privileges == .administrator)
    #expect(shop.setup == ["db/roles.sql", "db/platform.sql"])
    #expect(shop.session == ["SET search_path = app, public"])
    #expect(shop.variables == ["Namespace": "auth", "Level": "3"])
    #expect(shop.functions == [.init(name: "normalize", arity: 1), .init(name: "any", arity: -1)])
    #expect(shop.expectations == .all)
    #expect(
      shop.ignore?.map(\.parts) == [["public", "spatial_ref_sys"], ["audit", "Odd.Name"], ["f(integer, text)"]])
    #expect(shop.inputs == ["Makefile", "db/sample.sql"])
    #expect(configuration.targets[1].migrations == ["cache", ""])
    #expect(configuration.targets[1].tool.order == .numeric)
    #expect(configuration.rules == ["table-rewritten": .severity(.warning), "blocks-writes": .off])
    #expect(configuration.budget == .init(migration: 0.5, total: 120))
    #expect(configuration.allow.map(\.rule) == ["blocks-writes", "table-rewritten"])
    #expect(configuration.allow.first?.on?.parts == ["public", "audit_*"])
    #expect(configuration.allow.first?.until == "2027-01-31")
  }

  @Test("keys that nothing acts upon yet are listed, not ignored")
  func notYetChecked() throws {
    #expect(try reader.read(Self.full).notYetChecked == ["shop": ["data", "rows"]])
  }

  @Test("an empty file leaves everything to detection", arguments: ["", "# nothing\n", "version: 1\n", "---\n"])
  func empty(_ text: String) throws {
    #expect(try reader.read(text) == Configuration())
  }

  @Test("a target is completed by what was detected in its folder")
  func completed() throws {
    let detected = TargetDefinition(
      name: "db", engine: .sqlite, migrations: ["db/migrations"], tool: ToolSettings(name: "dbmate", table: "versions"),
      assumptions: ["tool dbmate: `-- migrate:up`"])
    let text = "targets:\n  shop:\n    migrations: db/migrations\n    tool: {transaction: none}\n"
    let definition = try #require(try reader.read(text).definitions(detected: [detected]).first)
    #expect(definition.name == "shop")
    #expect(definition.engine == .sqlite)
    #expect(definition.tool == ToolSettings(name: "dbmate", transaction: TransactionScope.none, table: "versions"))
    #expect(definition.assumptions == ["tool dbmate: `-- migrate:up`"])
    #expect(
      try reader.read("targets:\n  db:\n").definitions(detected: [detected]).first?.migrations == ["db/migrations"])
    #expect(try Configuration().definitions(detected: [detected]) == [detected])
  }

  @Test("base's file is read for its policy without its variables")
  func policyOnly() throws {
    let reader = ConfigurationReader(environment: nil, tools: ["dbmate"])
    let configuration = try reader.read("targets: {shop: {server: \"${ELSEWHERE}\", expectations: all}}")
    #expect(configuration.targets.first?.server == .url("${ELSEWHERE}"))
    #expect(configuration.targets.first?.expectations == .all)
  }

  @Test("a target that nobody completes is an error")
  func undetected() throws {
    let configuration = try reader.read("targets:\n  shop: {migrations: db, tool: dbmate}\n")
    let error = try #require(throws: ConfigurationError.self) { try configuration.definitions(detected: []) }
    #expect(error.report.what == "the target `shop` has no `engine`, and none could be detected")
    #expect(error.report.at == "schemagate.yml:2")
    #expect(error.report.try == "add `engine:` under `targets.shop`")
  }
}
