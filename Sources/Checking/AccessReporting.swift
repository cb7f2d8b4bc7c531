package import SchemagateModel

/// Claims about access as reports show them: one line for what one role may do with one object.
package enum AccessReporting {
  /// Lines in the order of the proofs; rights of one role on one object with the same outcome share a line.
  package static func reports(_ proofs: [AccessProof]) -> [AccessReport] {
    var lines: [AccessLine] = []
    var places: [AccessLine.Key: Int] = [:]
    for proof in proofs {
      let line = AccessLine(proof)
      if let key = line.key, let place = places[key] {
        lines[place].join(line)
      } else {
        if let key = line.key { places[key] = lines.count }
        lines.append(line)
      }
    }
    return lines.map(\.report)
  }
}

/// One line, and what it takes to join another to it.
struct AccessLine {
  private let claim: AccessClaim
  private var grants: [Grant]
  private let effect: RightEffect?
  private let isProved: Bool
  private var how: [String]
  private let outcome: AccessProof.Outcome

  /// Equal for lines that say the same of several rights.
  struct Key: Hashable {
    let grantee: Grantee
    let subject: ObjectIdentity
    let effect: RightEffect
    let isProved: Bool
  }

  init(_ proof: AccessProof) {
    claim = proof.claim
    effect = RightEffect(proof)
    outcome = proof.outcome
    switch proof.claim.statement {
    case .gained(let grant, _), .lost(let grant, _): grants = [grant]
    case .owner, .joined, .left, .rowSecurity, .forcedRowSecurity, .securityInvoker, .securityBarrier, .definer,
      .noDefiner, .policy:
      grants = []
    }
    if case .notTried(let why) = proof.outcome {
      isProved = false
      how = ["from the catalogue, not tried: \(why)"]
    } else {
      isProved = true
      how = proof.how.map { [$0] } ?? []
    }
  }

  var key: Key? {
    guard let effect, let grantee = grants.first?.grantee else { return nil }
    return Key(grantee: grantee, subject: claim.subject, effect: effect, isProved: isProved)
  }

  mutating func join(_ other: AccessLine) {
    grants += other.grants
    how += other.how.map(withoutRole).filter { text in !how.contains { $0 == text || $0.hasSuffix("; \(text)") } }
  }

  /// What was run as the same role stands behind that role once.
  private func withoutRole(_ text: String) -> String {
    guard let end = text.firstRange(of: "; ")?.upperBound, how.first?.hasPrefix(text[..<end]) == true else {
      return text
    }
    return String(text[end...])
  }

  var report: AccessReport {
    let subject = claim.subject
    return AccessReport(
      words: words, claim: claim.statement.reported, role: role, actions: grants.map(\.words), kind: subject.kind,
      object: ObjectName.dotted(subject.name), on: subject.table.map(ObjectName.dotted), proved: isProved,
      how: how.joined(separator: "; "))
  }

  private var words: String {
    guard let effect else { return FactWords(claim: claim, outcome: outcome).sentence }
    return RightWords(claim: claim, grants: grants, effect: effect, isProved: isProved).sentence
  }

  private var role: String? {
    if let grant = grants.first { return grant.grantee.word }
    switch claim.statement {
    case .owner(let grantee): return grantee.word
    case .joined, .left: return claim.subject.name.last
    case .gained, .lost, .rowSecurity, .forcedRowSecurity, .securityInvoker, .securityBarrier, .definer, .noDefiner,
      .policy:
      return nil
    }
  }
}

extension AccessClaim.Statement {
  fileprivate var reported: AccessReport.Claim {
    switch self {
    case .gained: .gained
    case .lost: .lost
    case .owner: .owner
    case .joined, .left: .member
    case .rowSecurity, .forcedRowSecurity: .rowSecurity
    case .securityInvoker, .securityBarrier: .view
    case .definer, .noDefiner: .routine
    case .policy: .policy
    }
  }
}
