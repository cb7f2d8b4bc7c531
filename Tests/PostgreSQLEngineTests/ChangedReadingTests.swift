import PostgreSQLEngine
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "A schema read from what changed",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"),
  .serialized)
struct ChangedReadingTests {
  @Test("gives what reading everything gives, for both sides of every case", arguments: try cases(from: 0))
  func firstCase(_ introspection: IntrospectionCase) async throws {
    try await introspection.expectTheSameReading()
  }

  /// Every third case, from the given one on.
  static func cases(from first: Int) throws -> [IntrospectionCase] {
    try IntrospectionCase.all().enumerated().filter { $0.offset % 3 == first }.map(\.element)
  }
}

@Suite(
  "A schema read from what changed, beside others",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"),
  .serialized)
struct ChangedReadingBesideTests {
  @Test("gives what reading everything gives", arguments: try ChangedReadingTests.cases(from: 1))
  func secondCase(_ introspection: IntrospectionCase) async throws {
    try await introspection.expectTheSameReading()
  }
}

@Suite(
  "A schema read from what changed, beside two others",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"),
  .serialized)
struct ChangedReadingThirdTests {
  @Test("gives what reading everything gives", arguments: try ChangedReadingTests.cases(from: 2))
  func thirdCase(_ introspection: IntrospectionCase) async throws {
    try await introspection.expectTheSameReading()
  }
}

extension IntrospectionCase {
  /// Both sides one after the other, and nothing in between.
  fileprivate func expectTheSameReading() async throws {
    try await needFittingServer()
    try await IntrospectionServer.shared.value.withDatabase { _, connection in
      var reading = try await SuccessiveReading(connection)
      for text in [before, Self.emptying, after] {
        try await connection.rows("SET SESSION AUTHORIZATION app")
        // What the first side left behind may stand in the second one's way: then nothing changes, which reads the same.
        _ = try? await connection.rows(text)
        try await connection.rows("RESET SESSION AUTHORIZATION")
        try await reading.expectTheSame(after: text)
      }
    }
  }

  private static let emptying = """
    DO $$ DECLARE r record; BEGIN
      FOR r IN SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p') AND oid >= 16384 LOOP
        EXECUTE 'DROP TABLE IF EXISTS ' || r.name || ' CASCADE';
      END LOOP;
    END $$;
    """
}
