import Synchronization

/// The client library of MySQL or MariaDB, loaded when it is first needed: building and everything else do without it.
final class ClientLibrary: Sendable {
  /// The two vendors' libraries number their options differently.
  enum Vendor: Sendable {
    case mysql
    case mariadb
  }

  let vendor: Vendor
  /// As it was asked for: the name that the loader knows, or a path.
  let file: String
  let version: String
  let functions: ClientFunctions

  /// The library's own start isn't safe on two threads at once.
  private static let starting = Mutex(())

  /// Loads the library that `SCHEMAGATE_MYSQL_CLIENT` names, or the first one found.
  convenience init(environment: [String: String]) throws {
    if let named = environment["SCHEMAGATE_MYSQL_CLIENT"] {
      guard let symbols = ClientSymbols(file: named) else {
        throw ClientLibraryError.unreadable(path: named, reason: ClientSymbols.lastError)
      }
      try self.init(symbols, file: named)
      return
    }
    for file in Self.files {
      if let symbols = ClientSymbols(file: file) {
        try self.init(symbols, file: file)
        return
      }
    }
    throw ClientLibraryError.notInstalled
  }

  private init(_ symbols: ClientSymbols, file: String) throws {
    functions = try ClientFunctions(symbols)
    self.file = file
    vendor = symbols.has("mariadb_get_infov") ? .mariadb : .mysql
    version = functions.clientVersion().map { String(cString: $0) } ?? ""
    let result = Self.starting.withLock { [functions] _ in functions.serverInit(0, nil, nil) }
    guard result == 0 else { throw ClientLibraryError.unreadable(path: file, reason: "it could not be started") }
  }

  /// MariaDB's library first: it speaks to both vendors' servers, and is what distributions have.
  private static let files: [String] = {
    let versions = (21...24).reversed()
    let linux = ["libmariadb.so.3"] + versions.map { "libmysqlclient.so.\($0)" }
    let brewed = ["/opt/homebrew/opt", "/usr/local/opt"].flatMap { root in
      [
        "\(root)/mariadb-connector-c/lib/mariadb/libmariadb.3.dylib",
        "\(root)/mariadb-connector-c/lib/libmariadb.3.dylib", "\(root)/mariadb/lib/libmariadb.3.dylib",
      ]
        + versions.flatMap {
          ["\(root)/mysql-client/lib/libmysqlclient.\($0).dylib", "\(root)/mysql/lib/libmysqlclient.\($0).dylib"]
        }
    }
    return linux + ["libmariadb.3.dylib"] + brewed
  }()
}
