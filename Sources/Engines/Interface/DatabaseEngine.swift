package import SchemagateModel

/// A kind of database in which migrations can be rehearsed.
package protocol DatabaseEngine: Sendable {
  /// The kinds that this engine serves.
  var kinds: [EngineKind] { get }

  /// Lends a server for the length of `body`; an embedded one is gone afterwards, however `body` ends.
  func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result

  /// Reads the schema of a living database in a transaction that can't write. Nothing is ever changed in it.
  func readSchema(at url: String) async throws -> Schema

  /// The rows of one query of our own in a living database, in a transaction that can't write.
  func rows(of query: String, at url: String) async throws -> [[String?]]

  /// The schema of a living database as SQL that makes it again, as `ScratchDatabase.script` does. The database is only
  /// read.
  func script(at url: String, withRowsOf tables: [NamePattern]) async throws -> SchemaScript

  /// What the engine uses on this machine for such a server, or for any where `request` is `nil`, and what of it is
  /// missing. Nothing is started.
  func equipment(for request: ServerRequest?) async -> [Equipment]
}

extension DatabaseEngine {
  /// What the engine uses on this machine for servers of its own.
  package func equipment() async -> [Equipment] { await equipment(for: nil) }
}

/// What a target asks of its server.
package struct ServerRequest: Hashable, Sendable {
  package let engine: EngineKind
  /// The engine was told from the files alone, which can't tell MySQL from MariaDB: either of them will do.
  package let isAssumed: Bool
  package let choice: ServerChoice
  /// Production's major version; another one is an error that names the package to install.
  package let version: String?
  package let privileges: Privileges
  /// On a given server with `privileges: administrator`: other databases that aren't empty are accepted.
  package let sharedServer: Bool
  /// Leave an embedded server running for its user to look at, if a database in it was kept.
  package let keep: Bool

  package init(
    engine: EngineKind, isAssumed: Bool = false, choice: ServerChoice, version: String? = nil,
    privileges: Privileges = .owner, sharedServer: Bool = false, keep: Bool = false
  ) {
    self.engine = engine
    self.isAssumed = isAssumed
    self.choice = choice
    self.version = version
    self.privileges = privileges
    self.sharedServer = sharedServer
    self.keep = keep
  }
}

/// A running server that lends scratch databases, one after the other or several at once.
package protocol DatabaseServer: Sendable {
  var version: EngineVersion { get }

  /// How the server was built, where that decides what it can do; empty where its version says all.
  var buildOptions: [String] { get }

  /// Lends an empty, isolated database and drops it afterwards, however `body` ends. What the body's migrations
  /// changed outside the database (roles) is put back as well.
  func withScratchDatabase<Result: Sendable>(
    _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result
}

extension DatabaseServer {
  package var buildOptions: [String] { [] }
}

/// How a scratch database is set up before it is lent.
package struct ScratchRequest: Sendable {
  package let privileges: Privileges
  /// Run first, as administrator, in this order; a refusal is thrown as an error.
  package let setup: [SourceText]
  /// Run on each new connection.
  package let session: [String]
  package let functions: [FunctionStandIn]

  package init(
    privileges: Privileges = .owner, setup: [SourceText] = [], session: [String] = [], functions: [FunctionStandIn] = []
  ) {
    self.privileges = privileges
    self.setup = setup
    self.session = session
    self.functions = functions
  }
}
