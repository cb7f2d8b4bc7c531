import Foundation
import PostgreSQLEngine
import SchemagateModel

/// What the URL of a server may show.
enum ShownURL {
  /// The URL of a database without its password.
  static func of(_ url: String, _ engine: EngineKind) throws -> String {
    switch engine {
    case .postgresql: try ConnectionParameters(url: url).description
    case .sqlite: url
    case .mysql, .mariadb: withoutPassword(url)
    }
  }

  /// Scheme, user, host and database; one that can't be taken apart shows its scheme alone.
  static func withoutPassword(_ url: String) -> String {
    guard var parts = URLComponents(string: url) else { return url.prefix { $0 != ":" } + "://…" }
    parts.password = nil
    parts.query = nil
    return parts.string ?? url.prefix { $0 != ":" } + "://…"
  }
}
