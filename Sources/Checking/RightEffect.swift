import SchemagateModel

/// What a grant, or its going, comes to in effect.
enum RightEffect: Hashable {
  case gains(AccessProof.Rows)
  /// It could before, by this grantee's right.
  case alreadyHad(through: Grantee)
  /// Granted and still refused.
  case stillRefused(schema: String?, message: String?)
  case loses
  /// It couldn't before either.
  case hadNothing
  /// It still can, by this grantee's right where the catalogue tells.
  case keeps(through: Grantee?)

  /// `nil` for a claim that isn't about a right. What wasn't tried is judged by the catalogue alone.
  init?(_ proof: AccessProof) {
    switch proof.claim.statement {
    case .gained(_, let access): self = Self.gaining(proof, access)
    case .lost(_, let access): self = Self.losing(proof, access)
    case .owner, .joined, .left, .rowSecurity, .forcedRowSecurity, .securityInvoker, .securityBarrier, .definer,
      .noDefiner, .policy:
      return nil
    }
  }

  private static func gaining(_ proof: AccessProof, _ access: CatalogueAccess) -> Self {
    switch proof.outcome {
    case .refused(let schema, let message): return .stillRefused(schema: schema, message: message)
    case .allowed(let rows):
      if case .allowed(let through) = access.before { return .alreadyHad(through: through) }
      return proof.group(among: access.holdersBefore).map { .alreadyHad(through: $0) } ?? .gains(rows)
    case .holds, .withoutEffect, .notTried:
      if case .lacksSchema(let schema) = access.after { return .stillRefused(schema: schema, message: nil) }
      if case .allowed(let through) = access.before { return .alreadyHad(through: through) }
      return .gains(access.hasRowSecurity ? .some : .all)
    }
  }

  private static func losing(_ proof: AccessProof, _ access: CatalogueAccess) -> Self {
    if case .allowed(let through) = access.after, !proof.outcome.isRefusal { return .keeps(through: through) }
    if case .allowed = proof.outcome { return .keeps(through: proof.group(among: access.holdersAfter)) }
    switch access.before {
    case .allowed: return .loses
    case .lacksSchema, .refused: return .hadNothing
    }
  }
}

extension AccessProof.Outcome {
  fileprivate var isRefusal: Bool {
    guard case .refused = self else { return false }
    return true
  }
}

extension AccessProof {
  /// The first of the holders of which the role is a member, by the server's own word.
  fileprivate func group(among holders: Set<Grantee>) -> Grantee? {
    groups.lazy.map(Grantee.role).first(where: holders.contains)
  }
}
