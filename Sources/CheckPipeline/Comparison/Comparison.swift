import Checking
import SchemaDiffing
import SchemagateModel

extension Comparison {
  /// `hidden` is left out on both sides, and so are roles unless both sides tell of them.
  init(from left: SourceReading, to right: SourceReading, hiding hidden: [NamePattern], withRoles: Bool) {
    let sides = withRoles ? (left, right) : (left.withoutRoles, right.withoutRoles)
    let (base, head) = (sides.0.visible(without: hidden), sides.1.visible(without: hidden))
    let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: false)
    let claims = AccessDiff.claims(changes, from: base, to: head)
    self.init(
      changes: changes.map { ChangeReport(betweenSchemas: $0) }, access: AccessReporting.reports(claims.map(\.untried)),
      notCompared: left.notCompared.besidesWhatIsEqual(in: right.notCompared),
      provided: left.provided + right.provided.filter { !left.provided.contains($0) })
  }
}

extension SchemaSource {
  /// Roles are the server's: two living databases tell the same of them, and so do two histories. A dump tells nothing.
  func tellsOfRoles(like other: SchemaSource) -> Bool {
    switch (contents, other.contents) {
    case (.live, .live), (.history, .history): true
    case (.live, _), (.script, _), (.history, _): false
    }
  }
}

extension SourceReading {
  func visible(without hidden: [NamePattern]) -> Schema {
    if hidden.isEmpty { return schema }
    return schema.removing { identity in
      identity.kind != .schema && identity.kind != .database
        && hidden.contains { $0.matches(identity.name, omitting: defaultSchemas) }
    }
  }
}

extension [NotCompared] {
  /// PostgreSQL's words for what stands beside all databases of a server. Its names tell everything of it.
  private static let serverWide: Set<String> = ["tablespace", "parameter ACL"]

  /// What stands in either list; of what is the whole server's only what the other server doesn't have just so.
  fileprivate func besidesWhatIsEqual(in others: [NotCompared]) -> [NotCompared] {
    let equal = Set(serverWideNames).intersection(others.serverWideNames)
    return joined(with: others).compactMap { group in
      guard Self.serverWide.contains(group.what) else { return group }
      let names = group.names.filter { !equal.contains([group.what, $0]) }
      return names.isEmpty ? nil : NotCompared(what: group.what, names: names)
    }
  }

  private var serverWideNames: [[String]] {
    filter { Self.serverWide.contains($0.what) }.flatMap { group in group.names.map { [group.what, $0] } }
  }
}

extension AccessClaim {
  /// Comparing only reads: nothing is ever run in the databases themselves.
  fileprivate var untried: AccessProof {
    AccessProof(claim: self, outcome: .notTried(why: "comparing two schemas runs nothing in them"))
  }
}
