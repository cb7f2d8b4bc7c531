import EngineInterface
import SchemagateModel

/// A running server that lends scratch databases.
actor MySQLServer: DatabaseServer {
  nonisolated let version: EngineVersion
  private let access: ServerAccess
  private let connection: MySQLConnection
  /// Only of a server where everything that changes is our doing.
  private let state: ServerState?
  private var lent: Set<Int> = []
  private var isChanged = false
  private(set) var hasKept = false

  /// `connection` is the administrator's, in no database.
  init(access: ServerAccess, connection: MySQLConnection) async throws {
    self.access = access
    self.connection = connection
    version = access.version
    state = access.isOurs ? try await ServerState(connection: connection, kind: access.version.name) : nil
  }

  func withScratchDatabase<Result: Sendable>(
    _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    let number = (1...).first { !lent.contains($0) } ?? 0
    lent.insert(number)
    do {
      let result = try await lend("\(access.namePrefix)\(number)", request, body)
      try await giveBack(number)
      return result
    } catch {
      try? await giveBack(number)
      throw await access.explain(error)
    }
  }

  private func lend<Result: Sendable>(
    _ name: String, _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    let scratch: MySQLScratch
    // Even if setting up fails half-way: what it did until then has to be taken back.
    isChanged = isChanged || request.mayReachOut
    do {
      try await create(name)
      scratch = try await MySQLScratch(name: name, access: access, request: request)
    } catch {
      try? await drop(name)
      throw error
    }
    do {
      let result = try await body(scratch)
      try await end(scratch)
      return result
    } catch {
      try? await end(scratch)
      throw error
    }
  }

  private func create(_ name: String) async throws {
    let database = SQLText.identifier(name)
    do {
      try await connection.rows("CREATE DATABASE \(database) CHARACTER SET utf8mb4")
      if let account = access.account {
        try await connection.rows("GRANT ALL PRIVILEGES ON \(database).* TO \(account)")
      }
    } catch let refused as QueryRefused where refused.message.number == 1044 && access.embedded == nil {
      throw GivenServerError.noRight(
        server: access.administrator.description, reason: refused.message.text, user: try await currentUser())
    }
  }

  private func currentUser() async throws -> String {
    let user = try await connection.rows("SELECT CURRENT_USER()").first?.first ?? nil
    let parts = (user ?? "").split(separator: "@").map(String.init)
    return SQLText.account(parts.first ?? "", parts.last ?? "%")
  }

  private func end(_ scratch: MySQLScratch) async throws {
    let reachedOut = await scratch.reachedOut
    isChanged = isChanged || reachedOut
    await scratch.close()
    if await scratch.isKept {
      hasKept = true
      return
    }
    try await drop(scratch.name)
    for statement in await scratch.undoing { try await connection.rows(statement) }
  }

  /// Needs no new connection and heeds no cancellation, so that it works however the body ended.
  private func drop(_ name: String) async throws {
    let database = SQLText.identifier(name)
    try await endSessions(in: name)
    try await connection.rows("DROP DATABASE IF EXISTS \(database)")
    guard let account = access.account else { return }
    do {
      try await connection.rows("REVOKE ALL PRIVILEGES ON \(database).* FROM \(account)")
    } catch let refused as QueryRefused where refused.message.number == 1141 {
      // Nothing was granted yet.
      return
    }
  }

  /// A statement that still runs there would make the drop wait for its locks.
  private func endSessions(in name: String) async throws {
    let sessions = try await connection.rows(
      "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = \(SQLText.literal(name)) AND COMMAND <> 'Sleep'")
    for session in sessions.compactMap({ $0[0] }) {
      do { try await connection.rows("KILL CONNECTION \(session)") } catch is QueryRefused { continue }
    }
  }

  /// Accounts belong to the whole server: they can only be put back when no other database is lent.
  private func giveBack(_ number: Int) async throws {
    lent.remove(number)
    guard lent.isEmpty, isChanged, !hasKept, let state else { return }
    try await state.restore(over: connection)
    isChanged = false
  }
}
