import PostgreSQLEngine
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "A secret in the catalogue",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct SecretTests {
  private static let text = """
    RESET SESSION AUTHORIZATION;
    CREATE FOREIGN DATA WRAPPER files OPTIONS (api_key 'hush-1');
    CREATE SERVER archive FOREIGN DATA WRAPPER files OPTIONS (host 'a', sslpassword 'hush-2');
    CREATE USER MAPPING FOR reader SERVER archive OPTIONS (user 'reader', password E'one\\nhush-3', other 'hush-4');
    CREATE FOREIGN TABLE orders (id int) SERVER archive OPTIONS (path 'orders', secret 'hush-5');
    CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere password=hush-6' PUBLICATION orders
      WITH (connect = false, slot_name = NONE);
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.jwt_secret = ''hush-7''', current_database()); END $$;
    """

  @Test("is nowhere in the schema, and what wasn't compared is said")
  func hidden() async throws {
    let schema = try await BuiltSchema.of(Self.text).schema
    let all = "\(schema)\(schema.objects.map { ($0.identity, $0.attributes) })"
    #expect(!all.contains("hush"))
    let mapping = schema.objects.first { $0.identity.kind == .userMapping }
    #expect(mapping?.attributes[.options] == .set(of: ["user=reader", "password=…", "other=…"]))
    let names = schema.notCompared.first { $0.what == "secret value" }?.names
    #expect(
      names == [
        "api_key of foreign data wrapper files", "app.jwt_secret of database current",
        "connection of subscription feed", "other of user mapping archive.reader",
        "password of user mapping archive.reader", "secret of foreign table public.orders",
        "sslpassword of server archive",
      ])
  }
}
