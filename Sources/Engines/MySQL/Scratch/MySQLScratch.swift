import EngineInterface
import SQLSyntax
import SchemagateModel

/// One scratch database with the application's session, and the administrator's beside it.
actor MySQLScratch: ScratchDatabase {
  /// "Operation CREATE USER failed"
  private static let accountExists = 1396

  nonisolated let name: String
  nonisolated let defaultSchemas: Set<String> = []
  private let access: ServerAccess
  private let request: ScratchRequest
  private let administrator: MySQLConnection
  private let databases: Set<String>?
  private var application: MySQLConnection?
  private(set) var isKept = false
  /// What ends the accounts that were made for this database alone.
  private(set) var undoing: [String] = []
  /// Whether something outside the database may have changed.
  private(set) var reachedOut: Bool

  /// Sets the database up and opens the application's session.
  init(name: String, access: ServerAccess, request: ScratchRequest) async throws {
    self.name = name
    self.access = access
    self.request = request
    reachedOut = request.mayReachOut
    administrator = try await MySQLConnection(access.administrator.entering(name))
    try await administrator.rows("SET SESSION wait_timeout = 28800")
    try await ScratchSetup(access: access, connection: administrator).run(request.setup)
    databases =
      request.privileges == .administrator ? try await OutsideWork.databases(over: administrator) : nil
    application = try await ApplicationSession(access: access, database: name, request: request).open()
  }

  func send(_ text: SourceText, limit: Duration) async throws -> SendOutcome {
    do {
      let session = try await session()
      let isInside = try await TransactionQuestion(connection: session, kind: access.version.name).state() == .open
      let (result, isOverLimit) = try await session.send(text.text, limit: limit)
      if await session.isClosed { application = nil }
      guard let refusal = result.refusal else { return try await applied(text, result, session) }
      let reader = RefusalReader(
        text: text, version: access.version, account: access.embedded == nil ? nil : access.account,
        wasInTransaction: isInside, session: request.session)
      let rejection = reader.rejection(refusal, after: result.results, overLimit: isOverLimit ? limit : nil)
      return .rejected(rejection, after: result.answers)
    } catch {
      throw await access.explain(error)
    }
  }

  func transactionState() async throws -> TransactionState {
    guard let application else { return .idle }
    return try await TransactionQuestion(connection: application, kind: access.version.name).state()
  }

  func renewSession() async throws {
    await application?.close()
    application = nil
    _ = try await session()
  }

  func introspect() async throws -> Schema {
    do {
      return try await CatalogueReader(version: access.version, ownUsers: access.ownUsers).read(administrator)
    } catch {
      throw await access.explain(error)
    }
  }

  /// Each schema says it already.
  func notCompared() -> [NotCompared] { [] }

  func rows(of query: String) async throws -> [[String?]] {
    do {
      return try await administrator.rows(query)
    } catch {
      throw await access.explain(error)
    }
  }

  func script(withRowsOf tables: [NamePattern]) async throws -> String {
    do {
      return try await ScriptWriter(connection: administrator).script(withRowsOf: tables)
    } catch {
      throw await access.explain(error)
    }
  }

  func proveAccess(_ claims: [AccessClaim]) -> [AccessProof] {
    claims.map { AccessProof(claim: $0, outcome: .notTried(why: "it isn't tried on \(access.version.name.title)")) }
  }

  func resolveTypes(_ names: Set<String>) async throws -> [String: String] {
    var spellings: [String: String] = [:]
    for name in names {
      if let spelling = try await TypeSpelling(connection: administrator).spelling(of: name) {
        spellings[name] = spelling
      }
    }
    return spellings
  }

  func provide(_ piece: MissingPiece) async throws -> Bool {
    guard let setup = piece.setup else { return false }
    reachedOut = true
    do {
      if piece.kind == .role { try await provideAccount(setup) } else { try await administrator.rows(setup) }
    } catch is QueryRefused {
      return false
    } catch {
      throw await access.explain(error)
    }
    // Rights that were given are those of new sessions.
    if piece.kind == .privilege { try await renewSession() }
    return true
  }

  /// An account that is there already is not ours to drop afterwards: the refusal may have been about another one.
  private func provideAccount(_ setup: String) async throws {
    let creation = setup.replacing("IF NOT EXISTS ", with: "", maxReplacements: 1)
    do {
      try await administrator.rows(creation)
    } catch let refused as QueryRefused where refused.message.number == Self.accountExists {
      return
    }
    undoing.append(
      setup.replacing("CREATE ", with: "DROP ", maxReplacements: 1)
        .replacing("IF NOT EXISTS", with: "IF EXISTS", maxReplacements: 1))
  }

  func programAccess() -> ProgramAccess {
    let login = request.privileges == .owner ? access.application : access.administrator
    return ProgramAccess(
      host: login.socket ?? login.host, port: login.port.map(Int.init), user: login.user, password: login.password,
      database: name)
  }

  func keep() async throws -> String {
    isKept = true
    return access.entry(to: name)
  }

  /// Ends both sessions.
  func close() async {
    await application?.close()
    await administrator.close()
  }

  private func applied(
    _ text: SourceText, _ result: ExchangeResult, _ session: MySQLConnection
  ) async throws -> SendOutcome {
    let outside = OutsideWork(scratch: name, session: session, administrator: administrator, known: databases)
    if let rejection = try await outside.rejection(of: text) { return .rejected(rejection, after: result.answers) }
    return .applied(answers(to: text, result))
  }

  /// The server answers a comment as it does a statement, which matters where there is nothing else.
  private func answers(to text: SourceText, _ result: ExchangeResult) -> StatementAnswers {
    let count = result.results.count
    guard count <= 2 else { return result.answers }
    // A procedure's call gives several results; what they say in sum is the server's secret.
    let answers = result.results.contains(true) && count > 1 ? StatementAnswers(count: count) : result.answers
    return answers.first(min(count, splitter.statements(of: text).count))
  }

  private var splitter: SQLSplitter { SQLSplitter(dialect: access.version.name, session: request.session) }

  private func session() async throws -> MySQLConnection {
    if let application { return application }
    let session = try await ApplicationSession(access: access, database: name, request: request).open()
    application = session
    return session
  }
}

extension ScratchRequest {
  /// Whether what it asks for may change more than the database.
  var mayReachOut: Bool { privileges == .administrator || !setup.isEmpty }
}
