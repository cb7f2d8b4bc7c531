package import EngineInterface
package import SchemagateModel

/// Lends private database files in one folder.
package struct SQLiteServer: DatabaseServer {
  /// The library that is linked.
  package let version: EngineVersion
  /// The library's compile options.
  package let buildOptions: [String]
  let folder: ScratchFolder

  /// Lends an empty database file, and deletes it afterwards unless it is to be kept.
  package func withScratchDatabase<Result: Sendable>(
    _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    let database = SQLiteScratchDatabase(path: folder.newFile(), request: request, version: version)
    do {
      try await database.setUp()
      let result = try await body(database)
      try await database.giveBack()
      return result
    } catch {
      try? await database.giveBack()
      throw error
    }
  }
}
