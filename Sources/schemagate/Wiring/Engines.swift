import EngineInterface
import MySQLEngine
import PostgreSQLEngine
import SQLiteEngine

/// Which engines this program has. A new engine is one line here.
enum Engines {
  static func all(environment: [String: String]) -> [any DatabaseEngine] {
    [
      PostgreSQLEngine(environment: environment),
      SQLiteEngine(),
      MySQLEngine(environment: environment),
    ]
  }
}
