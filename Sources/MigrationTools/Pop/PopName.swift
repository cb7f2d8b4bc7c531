internal import SchemagateModel

/// What a file's name tells pop (migrator.go `mrx`, match.go ParseMigrationFilename), with the `.autocommit` mark of
/// github.com/ory/x popx (migration_box.go), which runs such a file outside a transaction.
struct PopName {
  let version: String
  let name: String
  /// pop's own word for the dialect; `nil` for a file that is for all of them.
  let dialect: String?
  let isAutocommit: Bool
  let direction: Step.Direction
  let isFizz: Bool

  init?(_ path: String) {
    let pattern =
      /(?<version>[0-9]+)_(?<name>[^.]+)(?<dialect>\.[a-z0-9]+)??(?<auto>\.autocommit)?\.(?<way>up|down)\.(?<kind>sql|fizz)/
    guard let match = path.lastPart.wholeMatch(of: pattern) else { return nil }
    version = String(match.version)
    name = String(match.name)
    dialect = match.dialect.map { Self.canonical(String($0.dropFirst())) }
    isAutocommit = match.auto != nil
    direction = match.way == "up" ? .up : .down
    isFizz = match.kind == "fizz"
  }

  /// Dialects and their synonyms, as each dialect_*.go registers them.
  var isKnownDialect: Bool {
    dialect.map { ["postgres", "cockroach", "mysql", "mariadb", "sqlite3"].contains($0) } ?? true
  }

  private static func canonical(_ word: String) -> String {
    switch word {
    case "postgresql", "pg": "postgres"
    case "cockroachdb", "crdb": "cockroach"
    case "sqlite": "sqlite3"
    case _: word
    }
  }
}

extension EngineKind {
  /// What pop calls the engine.
  var popDialect: String {
    switch self {
    case .postgresql: "postgres"
    case .sqlite: "sqlite3"
    case .mysql: "mysql"
    case .mariadb: "mariadb"
    }
  }
}
