/// A kind of database server, as it is named in configuration and reports.
package enum EngineKind: String, Hashable, Sendable, Codable, CaseIterable {
  case postgresql
  case sqlite
  case mysql
  case mariadb

  /// The name as its makers write it.
  package var title: String {
    switch self {
    case .postgresql: "PostgreSQL"
    case .sqlite: "SQLite"
    case .mysql: "MySQL"
    case .mariadb: "MariaDB"
    }
  }

  /// Whether it is MySQL or its descendant, which share their grammar and their client library.
  package var isMySQL: Bool {
    switch self {
    case .mysql, .mariadb: true
    case .postgresql, .sqlite: false
    }
  }
}
