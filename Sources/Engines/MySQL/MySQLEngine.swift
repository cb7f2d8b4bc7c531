package import EngineInterface
package import SchemagateModel

/// Rehearses on MySQL and MariaDB: on a server of our own, or on a given one.
package struct MySQLEngine: DatabaseEngine {
  package let kinds: [EngineKind] = [.mysql, .mariadb]
  private let environment: [String: String]

  /// `environment` is the process's own: where programs, libraries, caches and temporary folders are.
  package init(environment: [String: String]) { self.environment = environment }

  package func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let library = try ClientLibrary(environment: environment)
    switch request.choice {
    case .embedded: return try await withEmbeddedServer(request, library, body)
    case .url(let url):
      let parameters = try ConnectionParameters(url: url, library: library)
      return try await GivenServer(parameters: parameters, request: request).lend(body)
    }
  }

  /// Reads the schema of the database that the URL names.
  package func readSchema(at url: String) async throws -> Schema {
    let parameters = try ConnectionParameters(url: url, library: ClientLibrary(environment: environment))
    guard parameters.database != nil else { throw GivenServerError.noDatabase(server: parameters.description) }
    let connection = try await MySQLConnection(parameters)
    do {
      let facts = try await ServerFacts(connection: connection)
      try await connection.rows("START TRANSACTION READ ONLY")
      let schema = try await CatalogueReader(version: facts.version).read(connection)
      await connection.close()
      return schema
    } catch {
      await connection.close()
      throw error
    }
  }

  package func rows(of query: String, at url: String) async throws -> [[String?]] {
    let connection = try await MySQLConnection(
      ConnectionParameters(url: url, library: ClientLibrary(environment: environment)))
    do {
      try await connection.rows("START TRANSACTION READ ONLY")
      let rows = try await connection.rows(query)
      await connection.close()
      return rows
    } catch {
      await connection.close()
      throw error
    }
  }

  package func script(at url: String, withRowsOf tables: [NamePattern]) async throws -> SchemaScript {
    let parameters = try ConnectionParameters(url: url, library: ClientLibrary(environment: environment))
    guard parameters.database != nil else { throw GivenServerError.noDatabase(server: parameters.description) }
    let connection = try await MySQLConnection(parameters)
    do {
      let facts = try await ServerFacts(connection: connection)
      try await connection.rows("START TRANSACTION READ ONLY")
      let sql = try await ScriptWriter(connection: connection).script(withRowsOf: tables)
      await connection.close()
      return SchemaScript(engine: facts.version, sql: sql)
    } catch {
      await connection.close()
      throw error
    }
  }

  /// The client library, and the programs that an embedded server is started from.
  package func equipment(for request: ServerRequest?) async -> [Equipment] {
    let library = await Equipment.looking(for: "client library") {
      let library = try ClientLibrary(environment: environment)
      return "\(library.version), \(library.file)"
    }
    let programs = await Equipment.looking(for: "server programs") {
      let search = ServerProgramSearch(environment: environment)
      if let request {
        let programs = try await search.programs(
          kind: request.engine, isAssumed: request.isAssumed, version: request.version)
        return "\(programs.title) as \(programs.server)"
      }
      let found = try await search.all()
      if found.isEmpty { throw EmbeddedServerError.notInstalled(kind: .mariadb, version: nil, found: []) }
      return found.map { "\($0.title) as \($0.server)" }.joined(separator: ", ")
    }
    return [library, programs]
  }

  private func withEmbeddedServer<Result: Sendable>(
    _ request: ServerRequest, _ library: ClientLibrary, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let programs = try await ServerProgramSearch(environment: environment)
      .programs(kind: request.engine, isAssumed: request.isAssumed, version: request.version)
    let embedded = try await EmbeddedServer.start(programs, library: library, environment: environment)
    do {
      let server = try await embedded.lender()
      let result = try await body(server)
      let hasKept = await server.hasKept
      await embedded.end(keeping: request.keep && hasKept)
      return result
    } catch {
      let explained = await embedded.explain(error)
      await embedded.stop()
      throw explained
    }
  }
}

extension EmbeddedServer {
  /// Makes the user that runs the migrations, and lends databases that it has every right on.
  fileprivate func lender() async throws -> MySQLServer {
    let connection = try await MySQLConnection(parameters(user: Self.administrator))
    let account = SQLText.account(Self.applicationUser, "localhost")
    try await connection.rows("CREATE USER \(account)")
    let access = ServerAccess(
      version: EngineVersion(name: programs.kind, version: programs.version),
      administrator: parameters(user: Self.administrator), application: parameters(user: Self.applicationUser),
      account: account, namePrefix: "schemagate_", isOurs: true, embedded: self)
    return try await MySQLServer(access: access, connection: connection)
  }

  fileprivate func end(keeping: Bool) async {
    if keeping { keep() } else { await stop() }
  }
}
