import CSQLite
package import EngineInterface
import Foundation
package import SchemagateModel

/// SQLite in this process: each scratch database is a private file.
package struct SQLiteEngine: DatabaseEngine {
  package init() {}

  /// The library that is linked, for example `3.40.1`.
  package var version: EngineVersion { EngineVersion(name: .sqlite, version: String(cString: sqlite3_libversion())) }

  /// The library's compile options, for example `ENABLE_FTS5`.
  package var compileOptions: [String] {
    var options: [String] = []
    while let option = sqlite3_compileoption_get(Int32(options.count)) { options.append(String(cString: option)) }
    return options
  }

  /// SQLite alone.
  package var kinds: [EngineKind] { [.sqlite] }

  /// Lends a folder for scratch databases, in memory where there is room.
  package func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    if case .url = request.choice { throw SQLiteError.serverGiven }
    if let wanted = request.version, !isVersion(wanted) {
      throw SQLiteError.otherVersion(wanted: wanted, found: version.version)
    }
    let folder = try ScratchFolder()
    defer { folder.remove() }
    return try await body(SQLiteServer(version: version, buildOptions: compileOptions, folder: folder))
  }

  package func script(at url: String, withRowsOf tables: [NamePattern]) async throws -> SchemaScript {
    let path = Self.path(of: url)
    let connection = try Connection(path: path, access: Self.access(to: path))
    // One moment of the file; closing the connection ends the transaction.
    _ = try connection.rows("BEGIN") { _ in }
    return SchemaScript(engine: version, sql: try ScriptWriter(connection: connection).script(withRowsOf: tables))
  }

  /// The library is part of this program.
  package func equipment(for request: ServerRequest?) async -> [Equipment] {
    [Equipment(what: "library", state: .found(version.version))]
  }

  /// The file is opened for reading only.
  package func rows(of query: String, at url: String) async throws -> [[String?]] {
    let path = Self.path(of: url)
    return try Connection(path: path, access: Self.access(to: path)).texts(query)
  }

  /// Reads the schema of the file that `sqlite:FILE` names; `sqlite://FILE` and options after a `?` are understood too.
  package func readSchema(at url: String) async throws -> Schema {
    try await readSchema(ofFile: Self.path(of: url))
  }

  private static func path(of url: String) -> String {
    var path = url.hasPrefix("sqlite:") ? String(url.dropFirst("sqlite:".count)) : url
    if path.hasPrefix("//") { path.removeFirst(2) }
    guard !FileManager.default.fileExists(atPath: path), let options = path.lastIndex(of: "?") else { return path }
    return String(path[..<options])
  }

  /// Reads the schema of an existing database file, which is opened for reading only.
  package func readSchema(ofFile path: String, functions: [FunctionStandIn] = []) async throws -> Schema {
    let connection = try Connection(path: path, access: Self.access(to: path))
    for function in functions { try connection.register(function) }
    // One moment of the file; closing the connection ends the transaction.
    _ = try connection.rows("BEGIN") { _ in }
    return try SchemaReader(committed: connection, session: connection, version: version).schema()
  }

  /// Even a reader makes files beside a database in WAL mode that nobody has open, and leaves them there.
  private static func access(to path: String) -> Connection.Access {
    let isInUse = FileManager.default.fileExists(atPath: path + "-wal")
    let header = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 20)
    // <https://www.sqlite.org/fileformat.html>: the file format's read version is 2 for WAL.
    return !isInUse && header?.last == 2 ? .readAlone : .read
  }

  private func isVersion(_ wanted: String) -> Bool {
    version.version == wanted || version.version.hasPrefix(wanted + ".")
  }
}
