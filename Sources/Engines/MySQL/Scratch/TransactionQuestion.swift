import EngineInterface
import SchemagateModel

/// Asks a session whether it stands in a transaction, without touching that.
struct TransactionQuestion {
  /// "Transaction characteristics can't be changed while a transaction is in progress"
  private static let refusedInside = 1568

  let connection: MySQLConnection
  let kind: EngineKind

  func state() async throws -> TransactionState { try await isInside() ? .open : .idle }

  /// MariaDB says it. MySQL doesn't, but refuses to change the next transaction while one is open; the change itself
  /// asks for what is the rule anyway.
  private func isInside() async throws -> Bool {
    if kind == .mariadb { return try await connection.rows("SELECT @@in_transaction") == [["1"]] }
    do {
      try await connection.rows("SET TRANSACTION READ WRITE")
      return false
    } catch let refused as QueryRefused where refused.message.number == Self.refusedInside {
      return true
    }
  }
}
