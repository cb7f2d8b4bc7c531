import SchemagateModel

/// What a server holds besides databases' contents, as it was before anything was lent, and the way back to it.
struct ServerState: Sendable {
  private struct Account: Hashable, Sendable {
    let user: String
    let host: String
    let isRole: Bool

    var sql: String { isRole ? SQLText.identifier(user) : SQLText.account(user, host) }
    var dropping: String { "DROP \(isRole ? "ROLE" : "USER") \(sql)" }
  }

  private let kind: EngineKind
  private let accounts: [Account: Set<String>]
  private let variables: [String: String]
  private let databases: Set<String>

  init(connection: MySQLConnection, kind: EngineKind) async throws {
    self.kind = kind
    accounts = try await Self.accounts(connection, kind)
    variables = try await Self.variables(connection)
    databases = try await OutsideWork.databases(over: connection)
  }

  /// Drops what was added, and takes back what was changed.
  func restore(over connection: MySQLConnection) async throws {
    let present = try await Self.accounts(connection, kind)
    var statements = present.keys.filter { accounts[$0] == nil }.map(\.dropping)
    for (account, grants) in accounts {
      let now = present[account] ?? []
      statements += now.subtracting(grants).compactMap(Self.revoking)
      statements += grants.subtracting(now)
    }
    statements += try await OutsideWork.databases(over: connection).subtracting(databases)
      .filter { !RunMark.isScratch($0) }.map { "DROP DATABASE IF EXISTS \(SQLText.identifier($0))" }
    for statement in statements { try await connection.rows(statement) }
    try await restoreVariables(connection)
  }

  private static func accounts(_ connection: MySQLConnection, _ kind: EngineKind) async throws -> [Account: Set<String>]
  {
    let role = kind == .mariadb ? "is_role" : "'N'"
    let rows = try await connection.rows("SELECT User, Host, \(role) FROM mysql.user WHERE User <> 'PUBLIC'")
    var accounts: [Account: Set<String>] = [:]
    for row in rows {
      let account = Account(user: row[0] ?? "", host: row[1] ?? "", isRole: row[2] == "Y")
      accounts[account] = try await grants(of: account, connection)
    }
    return accounts
  }

  /// Accounts of a named host sleep on a server that looks no names up.
  private static func grants(of account: Account, _ connection: MySQLConnection) async throws -> Set<String> {
    do {
      return Set(try await connection.rows("SHOW GRANTS FOR \(account.sql)").compactMap { $0[0] })
    } catch let refused as QueryRefused where refused.message.number == 1141 {
      return []
    }
  }

  private static func variables(_ connection: MySQLConnection) async throws -> [String: String] {
    let rows = try await connection.rows("SHOW GLOBAL VARIABLES")
    return Dictionary(rows.map { ($0[0] ?? "", $0[1] ?? "") }) { first, _ in first }
  }

  /// `GRANT … ON … TO …` turned round; other lines say nothing that could be taken back.
  private static func revoking(_ grant: String) -> String? {
    guard let match = grant.wholeMatch(of: #/GRANT (.+) ON (.+) TO ([^ ]+).*/#) else { return nil }
    return "REVOKE \(match.1) ON \(match.2) FROM \(match.3)"
  }

  /// What can't be set tells of the server's work, and nobody has set it.
  private func restoreVariables(_ connection: MySQLConnection) async throws {
    for (name, value) in try await Self.variables(connection) {
      guard let before = variables[name], before != value else { continue }
      let text = Double(before) == nil ? SQLText.literal(before) : before
      do { try await connection.rows("SET GLOBAL \(name) = \(text)") } catch is QueryRefused { continue }
    }
  }
}
