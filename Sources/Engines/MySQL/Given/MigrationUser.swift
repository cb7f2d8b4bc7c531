import SchemagateModel

/// The user that runs migrations on a given server: one with rights on scratch databases alone, or the given one where
/// that may not make users.
struct MigrationUser: Sendable {
  let login: ConnectionParameters
  /// As SQL writes it; `nil` for the given user itself.
  let account: String?

  static func make(
    run: RunMark, over connection: MySQLConnection, _ parameters: ConnectionParameters
  ) async throws -> MigrationUser {
    let name = "\(run.namePrefix)app"
    let password = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined() + "-Aa1"
    let account = SQLText.account(name, "%")
    do {
      try await connection.rows("CREATE USER \(account) IDENTIFIED BY \(SQLText.literal(password))")
    } catch let refused as QueryRefused where [1044, 1227, 1396].contains(refused.message.number) {
      return MigrationUser(login: parameters, account: nil)
    }
    let user = MigrationUser(login: parameters.entering(as: name, password: password), account: account)
    do { try await user.tryLogin() } catch {
      try? await user.drop(over: connection)
      throw error
    }
    return user
  }

  /// Drops the user if it was made for this run.
  func drop(over connection: MySQLConnection) async throws {
    if let account { try await connection.rows("DROP USER IF EXISTS \(account)") }
  }

  /// Some servers let only known users in; that has to be said before anything is judged.
  private func tryLogin() async throws {
    do { try await MySQLConnection(login.entering(nil)).close() } catch let error as ConnectionError {
      throw GivenServerError.userCannotLogIn(server: login.description, reason: error.report.what)
    }
  }
}
