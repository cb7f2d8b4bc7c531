internal import SchemagateModel

extension ProgramCall.Proof {
  /// Of a team's own tool only this is known: once a migration was applied, the database isn't empty. A tool that
  /// connects elsewhere would pass every check otherwise, since nothing equals nothing.
  static func anything(on engine: EngineKind) -> Self {
    Self(
      program: "the tool's command", query: query(engine), holds: ["anything"], place: "the scratch database",
      advice: "let the tool connect to DATABASE_URL; if it reads another variable, write "
        + "`tool: {environment: {ITS_NAME: \"{url}\"}}`")
  }

  private static func query(_ engine: EngineKind) -> String {
    switch engine {
    case .sqlite: "SELECT 'anything' FROM sqlite_schema LIMIT 1"
    case .mysql, .mariadb:
      """
      SELECT 'anything' FROM DUAL
      WHERE EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE())
         OR EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_schema = DATABASE())
      """
    case .postgresql:
      """
      WITH own AS (
        SELECT oid, nspname FROM pg_catalog.pg_namespace
        WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%')
      SELECT 'anything'
      WHERE EXISTS (SELECT 1 FROM own WHERE nspname <> 'public')
         OR EXISTS (SELECT 1 FROM own JOIN pg_catalog.pg_class ON relnamespace = own.oid)
         OR EXISTS (SELECT 1 FROM own JOIN pg_catalog.pg_proc ON pronamespace = own.oid)
         OR EXISTS (SELECT 1 FROM own JOIN pg_catalog.pg_type ON typnamespace = own.oid)
      """
    }
  }
}
