import Foundation

/// Where and as whom to connect, and through which library. Its description never holds a password.
struct ConnectionParameters: Sendable {
  /// How much the connection is protected, in the words of MySQL's own programs.
  enum Encryption: String, Hashable, Sendable {
    case disabled
    case preferred
    case required
    case verifyCA = "verify_ca"
    case verifyIdentity = "verify_identity"
  }

  let library: ClientLibrary
  var host: String?
  var port: UInt16?
  var socket: String?
  var user: String?
  var password: String?
  var database: String?
  var encryption = Encryption.preferred
  /// The file of the authority that signed the server's certificate.
  var authority: String?

  /// A server behind a Unix socket.
  init(library: ClientLibrary, socket: String, user: String, database: String? = nil) {
    self.library = library
    self.socket = socket
    self.user = user
    self.database = database
  }

  /// `mysql://` or `mariadb://`, each part percent-encoded; parameters that only other programs know are passed over.
  init(url: String, library: ClientLibrary) throws {
    self.library = library
    let parts = try ServerURL(url)
    host = parts.host
    port = parts.port
    user = parts.user
    password = parts.password
    database = parts.database
    socket = parts.parameter("socket", "unix_socket", "unix-socket")
    authority = parts.parameter("ssl-ca", "ssl_ca", "sslca", "sslrootcert")
    if let mode = parts.parameter("ssl-mode", "ssl_mode", "sslmode", "tls") { encryption = try Self.encryption(mode) }
  }

  /// The same server and user, in another database.
  func entering(_ database: String?) -> ConnectionParameters {
    var parameters = self
    parameters.database = database
    return parameters
  }

  /// The same server as another user.
  func entering(as user: String, password: String? = nil) -> ConnectionParameters {
    var parameters = self
    parameters.user = user
    parameters.password = password
    return parameters
  }

  private static func encryption(_ word: String) throws -> Encryption {
    switch word.lowercased().replacing("-", with: "_") {
    case "disabled", "disable", "false", "0": .disabled
    case "preferred", "prefer": .preferred
    case "required", "require", "true", "1", "skip_verify": .required
    case "verify_ca": .verifyCA
    case "verify_identity", "verify_full": .verifyIdentity
    default: throw ConnectionError.unknownEncryption(value: word)
    }
  }
}

extension ConnectionParameters: CustomStringConvertible, CustomReflectable {
  var description: String {
    let name = user.map { "\($0)@" } ?? ""
    let place = socket.map { _ in "localhost" } ?? host ?? "localhost"
    let door = socket.map { "?socket=\($0)" } ?? ""
    return "mysql://\(name)\(place)\(port.map { ":\($0)" } ?? "")/\(database ?? "")\(door)"
  }

  var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}
