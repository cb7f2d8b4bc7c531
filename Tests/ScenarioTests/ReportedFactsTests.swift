import SchemagateModel
import TestSupport
import Testing

@Suite("what a report says of tables and statements, on real servers")
struct ReportedFactsTests {
  private static let engines = [EngineKind.postgresql, .sqlite, .mariadb].filter(TestEngines.includes)

  @Test("changed tables stand with all columns and keys, their neighbours beside them", arguments: engines)
  func tables(engine: EngineKind) async throws {
    let target = try await target(
      engine,
      """
      CREATE TABLE addresses (
        customer_id integer NOT NULL UNIQUE REFERENCES customers (id), street varchar(40) DEFAULT 'none');
      ALTER TABLE orders ADD COLUMN note text;
      """)
    let schema = engine == .postgresql ? "public." : ""
    #expect(target.tables.map(\.name) == ["addresses", "customers", "orders"].map { schema + $0 })
    #expect(target.tables.map(\.change) == [.added, .none, .altered])
    let addresses = try #require(target.tables.first)
    let key = try #require(addresses.columns.first?.head)
    #expect(key.isForeignKey && key.isUnique && !key.isPrimaryKey && !key.nullable)
    #expect(addresses.columns.last?.head?.default?.contains("none") == true)
    let reference = try #require(addresses.references.first)
    #expect(reference.table == schema + "customers" && reference.columns == ["customer_id"])
    #expect(reference.isUnique && !reference.isOptional && reference.change == .added)
    #expect(reference.name == nil || engine != .sqlite)
    // Of a neighbour nothing but its keys.
    #expect(target.tables[1].columns.map(\.name) == ["id", "email"])
    #expect(target.tables[1].columns.first?.base?.isPrimaryKey == true)
    #expect(target.tables[1].columns.last?.base?.isUnique == true)
    let orders = target.tables[2]
    #expect(orders.columns.map(\.name) == ["id", "customer_id", "note"])
    #expect(orders.columns.last?.base == nil)
    #expect(orders.references.map(\.isOptional) == [true])
    #expect(orders.references.map(\.change) == [.none])
  }

  @Test("each statement of a pending migration stands with what the server said of it", arguments: engines)
  func trace(engine: EngineKind) async throws {
    let target = try await target(
      engine,
      """
      CREATE TABLE notes (id integer PRIMARY KEY, body varchar(40));

      -- two of them
      INSERT INTO notes (id, body) VALUES (1, 'secret'), (2, 'secret');
      UPDATE notes SET body = 'other' WHERE id = 1;
      """)
    let trace = try #require(target.migrations.added.first?.step?.trace)
    #expect(trace.map(\.line) == [2, 5, 6])
    #expect(trace.map(\.rows) == [nil, 2, 1])
    #expect(trace.map(\.tag) == (engine == .postgresql ? ["CREATE TABLE", "INSERT", "UPDATE"] : [nil, nil, nil]))
    #expect(trace[1].text == "INSERT INTO notes (id, body) …")
    #expect(trace[2].text == "UPDATE notes SET body = '…' WHERE id = …")
    // One text: PostgreSQL keeps its answers back until all are ready.
    #expect(trace.allSatisfy { ($0.milliseconds == nil) == (engine == .postgresql) && !$0.rejected })
  }

  @Test("a refused statement is the last of its trace, and marked", arguments: engines)
  func refused(engine: EngineKind) async throws {
    let target = try await target(
      engine,
      """
      INSERT INTO customers (id, email) VALUES (7, 'a');
      INSERT INTO customers (id, email) VALUES (7, 'b');
      CREATE TABLE never (id integer);
      """)
    let trace = try #require(target.migrations.added.first?.step?.trace)
    #expect(trace.map(\.line) == [2, 3])
    #expect(trace.map(\.rejected) == [false, true])
    #expect(trace.map(\.rows) == [1, nil])
  }

  /// A shop of customers and orders, with one more migration.
  private func target(_ engine: EngineKind, _ migration: String) async throws -> TargetReport {
    let repository = try TemporaryRepository()
    try repository.write(
      "schemagate.yml",
      "version: 1\ntargets:\n  shop:\n    engine: \(engine.rawValue)\n    migrations: db\n    tool: dbmate\n")
    try repository.write(
      "db/1_shop.sql",
      """
      -- migrate:up
      CREATE TABLE customers (id integer NOT NULL PRIMARY KEY, email varchar(40) UNIQUE, name text);
      CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, customer_id integer,
        FOREIGN KEY (customer_id) REFERENCES customers (id));
      CREATE TABLE others (id integer);

      -- migrate:down
      """)
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write("db/2_more.sql", "-- migrate:up\n\(migration)\n\n-- migrate:down\n")
    try repository.commit("branch")
    return try #require(try await GateCall.check(repository).targets.first)
  }
}
