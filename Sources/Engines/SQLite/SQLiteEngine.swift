import CSQLite
package import EngineInterface
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
    return try await body(SQLiteServer(version: version, folder: folder))
  }

  /// Reads the schema of an existing database file, which is opened for reading only.
  package func readSchema(ofFile path: String, functions: [FunctionStandIn] = []) async throws -> Schema {
    let connection = try Connection(path: path, access: .read)
    for function in functions { try connection.register(function) }
    return try SchemaReader(committed: connection, session: connection, version: version).schema()
  }

  private func isVersion(_ wanted: String) -> Bool {
    version.version == wanted || version.version.hasPrefix(wanted + ".")
  }
}
