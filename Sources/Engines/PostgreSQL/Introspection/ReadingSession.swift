/// The transaction in which a catalogue is read: one moment of it, and deparsed text that depends on no setting.
struct ReadingSession {
  private static let begin = """
    BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
    SET LOCAL search_path = '';
    SET LOCAL quote_all_identifiers = off;
    SET LOCAL bytea_output = hex;
    SET LOCAL IntervalStyle = postgres;
    SET LOCAL DateStyle = 'ISO, YMD';
    SET LOCAL TimeZone = 'UTC';
    SET LOCAL extra_float_digits = 1;
    SET LOCAL xmloption = content;
    SET LOCAL statement_timeout = 0;
    SET LOCAL jit = off
    """

  let connection: PostgreSQLConnection

  /// Runs `body` in the transaction, and leaves the session's own settings as they were, however `body` ends.
  func read<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    try await connection.rows(Self.begin)
    do {
      let result = try await body()
      try await connection.rows("COMMIT")
      return result
    } catch {
      // What went wrong first is what is reported; a lost connection has no transaction left to end.
      _ = try? await connection.rows("ROLLBACK")
      throw error
    }
  }
}
