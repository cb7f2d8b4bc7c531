import EngineInterface
import SchemagateModel

/// A scratch database as programs write its address.
struct DatabaseAddress {
  let access: ProgramAccess
  let engine: EngineKind
  /// SQLAlchemy's library, put behind the dialect.
  var driver: String?

  /// As libpq, psycopg, lib/pq, pgx, sqlx and most others read it.
  var url: String {
    switch engine {
    case .sqlite: "sqlite:\(access.database)"
    case .postgresql: postgresql
    case .mysql, .mariadb: mysql(socketKey: "socket")
    }
  }

  /// As SQLAlchemy and its kin read it.
  var sqlalchemy: String {
    let plain =
      switch engine {
      case .sqlite: "sqlite:///\(access.database)"
      case .postgresql: postgresql
      case .mysql, .mariadb: mysql(socketKey: "unix_socket")
      }
    guard let driver, let end = plain.firstIndex(of: ":") else { return plain }
    return "\(plain[..<end])+\(driver)\(plain[end...])"
  }

  /// What libpq's own variables say; empty for other engines.
  var variables: [String: String] {
    guard engine == .postgresql else { return [:] }
    let values: [(String, String?)] = [
      ("PGHOST", access.host), ("PGPORT", access.port.map(String.init)), ("PGUSER", access.user),
      ("PGPASSWORD", access.password), ("PGDATABASE", access.database),
    ]
    return Dictionary(uniqueKeysWithValues: values.compactMap { name, value in value.map { (name, $0) } })
  }

  private var postgresql: String {
    guard isSocket, let host = access.host else { return "postgresql://\(login)\(place)/\(database)" }
    let port = access.port.map { "&port=\($0)" } ?? ""
    return "postgresql://\(login)/\(database)?host=\(Self.encoded(host))\(port)"
  }

  private func mysql(socketKey: String) -> String {
    guard isSocket, let host = access.host else { return "mysql://\(login)\(place)/\(database)" }
    return "mysql://\(login)localhost/\(database)?\(socketKey)=\(Self.encoded(host))"
  }

  private var isSocket: Bool { access.host?.hasPrefix("/") == true }
  private var database: String { Self.encoded(access.database) }

  private var login: String {
    guard let user = access.user else { return "" }
    return Self.encoded(user) + (access.password.map { ":\(Self.encoded($0))" } ?? "") + "@"
  }

  private var place: String {
    let host = access.host ?? "localhost"
    return (host.contains(":") ? "[\(host)]" : host) + (access.port.map { ":\($0)" } ?? "")
  }

  /// Everything but letters, digits, `-`, `.`, `_` and `~` as `%` and two digits.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-._~".utf8.contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
