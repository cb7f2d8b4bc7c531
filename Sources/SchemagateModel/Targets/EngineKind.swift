/// A kind of database server, as it is named in configuration and reports.
package enum EngineKind: String, Hashable, Sendable, Codable, CaseIterable {
  case postgresql
  case sqlite
  case mysql
  case mariadb
}
