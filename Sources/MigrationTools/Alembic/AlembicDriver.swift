internal import SchemagateModel

/// The library by which SQLAlchemy talks to the server, as it stands in an address: `postgresql+asyncpg`.
enum AlembicDriver {
  /// What the project's files say; `nil` for SQLAlchemy's own choice. The addresses come before the requirements.
  static func choice(
    for engine: EngineKind, url: String?, environment: AlembicEnvironment, requirements: PythonRequirements
  ) -> String? {
    let dialects = names(of: engine)
    let written = url.flatMap { self.dialects(in: $0).first } ?? environment.dialect(among: dialects)
    if let written, dialects.contains(String(written.prefix { $0 != "+" })), let plus = written.firstIndex(of: "+") {
      return String(written[written.index(after: plus)...])
    }
    let candidates = libraries(of: engine).filter { $0.isAsynchronous == environment.isAsynchronous }
    let named = candidates.first { requirements.name($0.package) }
    return (named ?? (environment.isAsynchronous ? candidates.first : nil))?.driver
  }

  /// The engine that the first known address names, or that the requirements speak of.
  static func engine(url: String?, environment: String, requirements: PythonRequirements) -> (
    engine: EngineKind, why: String
  )? {
    let written =
      (url.map { dialects(in: $0) } ?? []).map { ($0, "the ini file's address") }
      + dialects(in: environment).map { ($0, "an address in env.py") }
    for (dialect, place) in written {
      if let engine = engine(of: dialect) { return (engine, "\(place) begins with `\(dialect)`") }
    }
    for engine in [EngineKind.postgresql, .mysql, .sqlite] {
      for library in libraries(of: engine) where requirements.name(library.package) {
        return (engine, "the project requires `\(library.package)`")
      }
    }
    return nil
  }

  /// `dialect` or `dialect+driver` of every address in the text, in its order.
  static func dialects(in text: String) -> [String] {
    text.matches(of: /\b(postgres|postgresql|sqlite|mysql|mariadb)(\+\w+)?:\/\//).map {
      String($0.output.1) + String($0.output.2 ?? "")
    }
  }

  static func names(of engine: EngineKind) -> [String] {
    switch engine {
    case .postgresql: ["postgresql", "postgres"]
    case .sqlite: ["sqlite"]
    case .mysql, .mariadb: ["mysql", "mariadb"]
    }
  }

  private static func engine(of dialect: String) -> EngineKind? {
    switch dialect.prefix(while: { $0 != "+" }) {
    case "postgresql", "postgres": .postgresql
    case "sqlite": .sqlite
    case "mysql": .mysql
    case "mariadb": .mariadb
    default: nil
    }
  }

  private struct Library {
    let package: String
    let driver: String
    var isAsynchronous = false
  }

  private static func libraries(of engine: EngineKind) -> [Library] {
    switch engine {
    case .postgresql:
      [
        Library(package: "psycopg2", driver: "psycopg2"), Library(package: "psycopg2-binary", driver: "psycopg2"),
        Library(package: "psycopg", driver: "psycopg"), Library(package: "pg8000", driver: "pg8000"),
        Library(package: "asyncpg", driver: "asyncpg", isAsynchronous: true),
        Library(package: "psycopg", driver: "psycopg", isAsynchronous: true),
      ]
    case .sqlite: [Library(package: "aiosqlite", driver: "aiosqlite", isAsynchronous: true)]
    case .mysql, .mariadb:
      [
        Library(package: "pymysql", driver: "pymysql"), Library(package: "mysqlclient", driver: "mysqldb"),
        Library(package: "mysql-connector-python", driver: "mysqlconnector"),
        Library(package: "asyncmy", driver: "asyncmy", isAsynchronous: true),
        Library(package: "aiomysql", driver: "aiomysql", isAsynchronous: true),
      ]
    }
  }
}
