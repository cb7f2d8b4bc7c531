import SchemagateModel

/// Tries claims about access as the roles that they are about, in one transaction that is rolled back.
struct AccessTrial {
  let connection: PostgreSQLConnection
  let schema: Schema
  let databaseOwner: String

  /// One proof per claim, in order.
  func prove(_ claims: [AccessClaim]) async throws -> [AccessProof] {
    try await connection.rows("BEGIN")
    try await connection.rows("SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '10s'")
    try await connection.rows("SET LOCAL row_security = on; SET LOCAL client_min_messages = error")
    let stranger = try await stranger()
    var proofs: [AccessProof] = []
    for claim in claims {
      try Task.checkCancellation()
      proofs.append(try await prove(claim, stranger: stranger))
    }
    try await connection.rows("ROLLBACK")
    return proofs
  }

  /// A role without any membership stands for everyone; `nil` where the server doesn't let us make one.
  private func stranger() async throws -> String? {
    let name = "schemagate_anyone_\(await connection.processID)"
    try await connection.rows("SAVEPOINT stranger")
    do {
      try await connection.rows("CREATE ROLE \(name)")
      return name
    } catch is QueryRefused {
      try await connection.rows("ROLLBACK TO SAVEPOINT stranger")
      return nil
    }
  }

  private func prove(_ claim: AccessClaim, stranger: String?) async throws -> AccessProof {
    let attempt = AccessAttempt(
      claim: claim, connection: connection, schema: schema, databaseOwner: databaseOwner, stranger: stranger)
    try await connection.rows("SAVEPOINT claim")
    let proof: AccessProof
    do {
      proof = try await attempt.proof()
    } catch let refused as QueryRefused {
      proof = AccessProof(claim: claim, outcome: .notTried(why: refused.message.text))
    }
    try await connection.rows("ROLLBACK TO SAVEPOINT claim; RELEASE SAVEPOINT claim")
    return proof
  }
}
