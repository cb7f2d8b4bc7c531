import SchemagateModel

/// One claim, put to the server. The caller undoes whatever it changes.
struct AccessAttempt {
  let claim: AccessClaim
  let connection: PostgreSQLConnection
  let schema: Schema
  let databaseOwner: String
  let stranger: String?

  func proof() async throws -> AccessProof {
    switch claim.statement {
    case .gained(let grant, _), .lost(let grant, _): try await right(grant)
    case .owner(let owner): try await ownership(owner)
    case .joined(let group): try await membership(group, isMember: true)
    case .left(let group): try await membership(group, isMember: false)
    case .rowSecurity(let isOn): try await rowSecurity(isOn, for: .everyone)
    case .forcedRowSecurity(let isOn): try await rowSecurity(isOn, for: .owner)
    case .securityInvoker(let isOn): try await viewRights(isInvoker: isOn)
    case .securityBarrier: untried("what a barrier holds back shows in no query of ours")
    case .definer: try await right(Grant(grantee: .everyone, privilege: "EXECUTE"))
    case .noDefiner: untried("functions are not run")
    case .policy(let policy): try await self.policy(policy)
    }
  }

  private func right(_ grant: Grant) async throws -> AccessProof {
    guard claim.subject.kind != .defaultPrivileges else { return try await futureRight(grant) }
    guard let target = AccessTarget(claim.subject, in: schema) else {
      return untried("there is no single object to try it on")
    }
    return try await right(grant, on: target, after: "")
  }

  private func right(_ grant: Grant, on target: AccessTarget, after preparation: String) async throws -> AccessProof {
    guard let role = try await role(grant.grantee, of: target) else { return untried(Self.noStranger) }
    let query = try await AccessQuery(target: target, grant: grant, columns: columns(of: target))
    let run = try await attempt(query, as: role)
    let how = "\(preparation)\(set(role, grant.grantee)); \(query.shown)"
    guard run.isAllowed else {
      return proof(.refused(schema: try await lackingSchema(target), message: run.message), how)
    }
    let rows = try await rows(target, grant)
    return AccessProof(claim: claim, outcome: .allowed(rows), how: how, groups: try await groups())
  }

  /// Makes such an object as its maker would, and tries the right on it.
  private func futureRight(_ grant: Grant) async throws -> AccessProof {
    let maker = Grantee(word: claim.subject.name.first ?? "")
    guard let object = FutureObject(claim.subject), let role = try await role(maker) else {
      return untried("no such object can be made to try it on")
    }
    try await connection.rows("SET LOCAL ROLE \(role)")
    try await connection.rows(object.creation)
    try await connection.rows("SET LOCAL ROLE NONE")
    let number = try await text("SELECT \(object.address)").flatMap { UInt32($0) } ?? 0
    return try await right(
      grant, on: object.target(number), after: "\(set(role, maker)); \(object.creation); ")
  }

  private func ownership(_ owner: Grantee) async throws -> AccessProof {
    guard let target = AccessTarget(claim.subject, in: schema), let query = target.ownerQuery else {
      return untried("its owner can't be asked for")
    }
    guard let role = try await role(owner, of: target) else { return untried(Self.noStranger) }
    try await connection.rows("SET LOCAL ROLE \(role)")
    let sql = "SELECT pg_has_role((\(query)), 'USAGE')"
    let how = "\(set(role, owner)); asked whether it has the rights of the owner of \(target.shown)"
    return proof(try await flag(sql) ? .holds : .withoutEffect(why: "it has not its owner's rights"), how)
  }

  private func membership(_ group: String, isMember: Bool) async throws -> AccessProof {
    let member = Grantee(word: claim.subject.name.last ?? "")
    guard let role = try await role(member) else { return untried("the role can't be named") }
    try await connection.rows("SET LOCAL ROLE \(role)")
    let sql = "SELECT pg_has_role(\(SQLText.literal(group))::regrole, 'USAGE')"
    let how = "\(set(role, member)); \(sql)"
    let uses = try await flag(sql)
    if uses == isMember { return proof(.holds, how) }
    guard isMember else { return proof(.withoutEffect(why: "it still is one through another role"), how) }
    let may = try await flag(sql.replacing("'USAGE'", with: "'MEMBER'"))
    let why = may ? "it has its rights only after SET ROLE" : "it has not its rights"
    return proof(.withoutEffect(why: why), how)
  }

  private func rowSecurity(_ isOn: Bool, for grantee: Grantee) async throws -> AccessProof {
    guard let target = AccessTarget(claim.subject, in: schema) else { return untried("the table can't be found") }
    guard let role = try await role(grantee, of: target) else { return untried(Self.noStranger) }
    try await connection.rows("SET LOCAL ROLE \(role)")
    let how = "\(set(role, grantee)); SELECT row_security_active(\(SQLText.literal(target.shown)))"
    let isActive = try await flag("SELECT row_security_active(\(target.number)::oid)")
    guard isActive == isOn else {
      let why = isOn ? "it doesn't bind this owner, who may pass over it" : "it still applies"
      return proof(.withoutEffect(why: why), how)
    }
    guard isOn, grantee == .everyone else { return proof(.holds, how) }
    let sql = "SELECT EXISTS (SELECT FROM pg_policy WHERE polrelid = \(target.number) AND polpermissive)"
    return proof(try await flag(sql) ? .holds : .allowed(.none), how)
  }

  /// Whoever may read the view and nothing else: with the owner's rights it gets through, with its own it doesn't.
  private func viewRights(isInvoker: Bool) async throws -> AccessProof {
    guard let stranger else { return untried(Self.noStranger) }
    guard let target = AccessTarget(claim.subject, in: schema) else { return untried("the view can't be found") }
    try await connection.rows("GRANT USAGE ON SCHEMA \(target.schema) TO \(stranger)")
    try await connection.rows("GRANT SELECT ON \(target.relation) TO \(stranger)")
    let query = AccessQuery(sql: "SELECT * FROM \(target.relation) LIMIT 0")
    let run = try await attempt(query, as: stranger)
    let how = "as a role with no right but to read the view: \(query.shown)"
    if run.isAllowed != isInvoker { return proof(.holds, how) }
    return proof(.withoutEffect(why: isInvoker ? "everyone may read what it reads" : run.message ?? "refused"), how)
  }

  private func policy(_ policy: PolicyChange) async throws -> AccessProof {
    guard let table = claim.subject.table,
      let target = AccessTarget(ObjectIdentity(kind: .table, name: table), in: schema)
    else { return untried("the table can't be found") }
    guard let grantee = policy.roles.first, let role = try await role(grantee, of: target) else {
      return untried(Self.noStranger)
    }
    try await connection.rows("SET LOCAL ROLE \(role)")
    let how = "\(set(role, grantee)); SELECT row_security_active(\(SQLText.literal(target.shown)))"
    let isActive = try await flag("SELECT row_security_active(\(target.number)::oid)")
    return proof(isActive ? .holds : .withoutEffect(why: try await passing(target, grantee)), how)
  }

  /// Why policies don't bind a role.
  private func passing(_ target: AccessTarget, _ grantee: Grantee) async throws -> String {
    let isOn = try await flag("SELECT relrowsecurity FROM pg_class WHERE oid = \(target.number)")
    return isOn ? "the role passes over row security" : "row security is off for the table"
  }
}

// MARK: The server's answers

extension AccessAttempt {
  private static let noStranger = "the server lets us make no role that stands for everyone"

  private struct Run {
    let isAllowed: Bool
    var message: String?
  }

  /// Runs the query as the role; afterwards the session still is that role.
  private func attempt(_ query: AccessQuery, as role: String) async throws -> Run {
    try await connection.rows("SET LOCAL ROLE \(role)")
    if query.isQuestion { return Run(isAllowed: try await flag(query.sql)) }
    try await connection.rows("SAVEPOINT query")
    do {
      try await connection.rows(query.sql)
      return Run(isAllowed: true)
    } catch let refused as QueryRefused {
      try await connection.rows("ROLLBACK TO SAVEPOINT query")
      if query.passes(refused.message.code) { return Run(isAllowed: true) }
      // It took too long, or met a lock: nobody knows.
      if ["57014", "55P03"].contains(refused.message.code) { throw refused }
      return Run(isAllowed: false, message: refused.message.text)
    }
  }

  /// The role to act as; `nil` where nobody can stand for everyone, or where there is no object to own.
  private func role(_ grantee: Grantee, of target: AccessTarget? = nil) async throws -> String? {
    switch grantee {
    case .everyone: return stranger
    case .role(let name): return name
    case .databaseOwner: return SQLText.identifier(databaseOwner)
    case .administrator: return try await text("SELECT quote_ident(session_user)")
    case .owner:
      guard let query = target?.ownerQuery else { return nil }
      return try await text("SELECT quote_ident(pg_get_userbyid((\(query))))")
    }
  }

  /// Our own roles' names mean nothing to a reader.
  private func set(_ role: String, _ grantee: Grantee) -> String {
    if grantee == .everyone { return "SET ROLE anyone" }
    return role == SQLText.identifier(databaseOwner) || role == databaseOwner
      ? "SET ROLE pg_database_owner" : "SET ROLE \(role)"
  }

  private func columns(of target: AccessTarget) async throws -> [String] {
    guard target.isRelation else { return [] }
    let sql = """
      SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = \(target.number) AND attnum > 0 AND NOT attisdropped
      """
    return try await connection.rows(sql).compactMap { $0.first ?? nil }
  }

  private func lackingSchema(_ target: AccessTarget) async throws -> String? {
    guard let name = target.schemaName else { return nil }
    let sql = "SELECT has_schema_privilege(\(SQLText.literal(name)), 'USAGE')"
    return try await flag(sql) ? nil : name
  }

  /// Which rows the present role would meet.
  private func rows(_ target: AccessTarget, _ grant: Grant) async throws -> AccessProof.Rows {
    guard target.isTable, !grant.isOption, let letter = AccessQuery.policyLetter(grant.privilege),
      try await flag("SELECT row_security_active(\(target.number)::oid)")
    else { return .all }
    let sql = """
      SELECT EXISTS (
        SELECT FROM pg_policy p
        WHERE p.polrelid = \(target.number) AND p.polpermissive AND p.polcmd IN ('*', '\(letter)')
          AND EXISTS (
            SELECT FROM unnest(p.polroles) r WHERE CASE WHEN r = 0 THEN true ELSE pg_has_role(r, 'USAGE') END))
      """
    return try await flag(sql) ? .some : .none
  }

  /// Of which roles the present one has the rights, where others have the right in question. A superuser has all rights.
  private func groups() async throws -> [String] {
    guard claim.hasOtherHolders else { return [] }
    let sql = """
      SELECT quote_ident(r.rolname) FROM pg_roles r, pg_roles m
      WHERE m.rolname = current_user AND NOT m.rolsuper AND r.oid <> m.oid AND pg_has_role(r.oid, 'USAGE') ORDER BY 1
      """
    return try await connection.rows(sql).compactMap { $0.first ?? nil }
  }

  private func flag(_ sql: String) async throws -> Bool { try await text(sql) == "t" }

  private func text(_ sql: String) async throws -> String? { try await connection.rows(sql).first?.first ?? nil }

  private func untried(_ why: String) -> AccessProof { AccessProof(claim: claim, outcome: .notTried(why: why)) }

  private func proof(_ outcome: AccessProof.Outcome, _ how: String) -> AccessProof {
    AccessProof(claim: claim, outcome: outcome, how: how)
  }
}

extension AccessClaim {
  fileprivate var hasOtherHolders: Bool {
    switch statement {
    case .gained(_, let access), .lost(_, let access): !access.holdersBefore.union(access.holdersAfter).isEmpty
    case .owner, .joined, .left, .rowSecurity, .forcedRowSecurity, .securityInvoker, .securityBarrier, .definer,
      .noDefiner, .policy:
      false
    }
  }
}
