package import EngineInterface
package import SchemagateModel

/// Rehearses on PostgreSQL: on a server of our own, or on a given one.
package struct PostgreSQLEngine: DatabaseEngine {
  package let kinds: [EngineKind] = [.postgresql]
  private let environment: [String: String]

  /// `environment` is the process's own: where programs, caches and temporary folders are.
  package init(environment: [String: String]) { self.environment = environment }

  package func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    switch request.choice {
    case .embedded: try await withEmbeddedServer(request, body)
    case .url(let url): try await GivenServer(url: url, request: request).lend(body)
    }
  }

  /// Reads the schema of the database that the URL names.
  package func readSchema(at url: String) async throws -> Schema {
    let parameters = try ConnectionParameters(url: url)
    let connection = try await PostgreSQLConnection(parameters)
    do {
      let version = try await connection.engineVersion()
      let schema = try await CatalogueReader(version: version).read(connection)
      await connection.close()
      return schema
    } catch {
      await connection.close()
      throw error
    }
  }

  package func rows(of query: String, at url: String) async throws -> [[String?]] {
    let connection = try await PostgreSQLConnection(ConnectionParameters(url: url))
    do {
      try await connection.rows("BEGIN READ ONLY")
      let rows = try await connection.rows(query)
      await connection.close()
      return rows
    } catch {
      await connection.close()
      throw error
    }
  }

  package func script(at url: String, withRowsOf tables: [NamePattern]) async throws -> SchemaScript {
    let parameters = try ConnectionParameters(url: url)
    let connection = try await PostgreSQLConnection(parameters)
    do {
      try await connection.rows("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      let version = try await connection.engineVersion()
      let program = try await DumpProgram(for: version, environment: environment)
      let sql = try await ScriptWriter(
        program: program, parameters: parameters, connection: connection, owner: nil
      ).script(withRowsOf: tables, defaultSchemas: ["public"])
      await connection.close()
      return SchemaScript(engine: version, sql: sql)
    } catch {
      await connection.close()
      throw error
    }
  }

  /// The programs that an embedded server is started from.
  package func equipment(for request: ServerRequest?) async -> [Equipment] {
    let programs = await Equipment.looking(for: "server programs") {
      let major = request?.version.map(ServerPrograms.major)
      let programs = try await ServerProgramSearch(environment: environment).programs(major: major)
      return "\(programs.version) in \(programs.folder)"
    }
    return [programs]
  }

  private func withEmbeddedServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let major = request.version.map(ServerPrograms.major)
    let programs = try await ServerProgramSearch(environment: environment).programs(major: major)
    let embedded = try await EmbeddedServer.start(programs, environment: environment)
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

extension PostgreSQLConnection {
  fileprivate func engineVersion() throws -> EngineVersion {
    let number = try rows("SELECT split_part(current_setting('server_version'), ' ', 1)").first?[0]
    return EngineVersion(name: .postgresql, version: (number ?? nil) ?? "")
  }
}

extension EmbeddedServer {
  /// Makes the role that runs the migrations, and lends databases that belong to it.
  fileprivate func lender() async throws -> PostgreSQLServer {
    let connection = try await PostgreSQLConnection(parameters(user: Self.administrator))
    try await connection.rows("CREATE ROLE \(SQLText.identifier(Self.applicationRole)) LOGIN")
    let cluster = Cluster(
      version: EngineVersion(name: .postgresql, version: programs.version),
      administrator: parameters(user: Self.administrator), application: parameters(user: Self.applicationRole),
      applicationRole: Self.applicationRole, namePrefix: "schemagate_", isOurs: true, embedded: self)
    return try await PostgreSQLServer(cluster: cluster, connection: connection)
  }

  fileprivate func end(keeping: Bool) async {
    if keeping { keep() } else { await stop() }
  }
}
