import SchemagateModel

/// Reports a base that doesn't build, where head does.
struct BaseRejected: Rule {
  let metadata = RuleMetadata(
    id: "base-rejected", title: "Base doesn't build", check: .apply, severity: .warning,
    rationale:
      "Base's own migrations fail on an empty database. Head mends that, but what needs base could not be compared.",
    remedy: "Make sure that databases which got past the broken migration in another way end up with the same schema.",
    fires: "base's `002` fails on an empty database, and head's whole history applies",
    staysQuiet: "base's history applies")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let rehearsal = evidence.rehearsal, let fresh = rehearsal.fresh, fresh.rejected == nil else { return [] }
    if let reason = rehearsal.baseRefusal { return [.mended(reason, by: evidence.target.tool.name)] }
    guard let rejected = rehearsal.base.rejected, !rejected.rejection.isEnvironment else { return [] }
    return [
      .mended(
        rejected.migration, rejected.rejection, path: evidence.path(of: rejected.migration),
        pieces: evidence.base[rejected.migration]?.pieces ?? [])
    ]
  }
}

extension Observation {
  fileprivate static func mended(_ reason: String, by tool: String) -> Self {
    Self("Base doesn't build, and head mends it: \(Marked.code(tool)) refuses base's history: \(reason)")
  }

  fileprivate static func mended(
    _ id: MigrationID, _ rejection: Rejection, path: String, pieces: [SourceText]
  ) -> Self {
    Self(
      "Base doesn't build, and head mends it: the database rejects \(Marked.file(path)): \(rejection.words)",
      evidence: rejection.evidence(in: pieces), migration: id,
      // A line of base's text says nothing about head's, which is what a reader is led to.
      location: SourceLocation(path: path))
  }
}
