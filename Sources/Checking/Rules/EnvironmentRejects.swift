import SchemagateModel

/// Reports migrations that apply on base's schema and are rejected on an environment's snapshot.
struct EnvironmentRejects: Rule {
  let metadata = RuleMetadata(
    id: "environment-rejects", title: "An environment rejects a migration", check: .apply, severity: .error,
    rationale: "Base's migrations give one schema, and the environment holds another: the deployment would stop there.",
    remedy: "Mend the environment first, or write the migration so that it applies there as well.",
    fires: "the branch makes `customers_email_idx`, and somebody has made that index in production by hand",
    staysQuiet: "the tool's plan for head applies on every snapshot")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let rehearsal = evidence.rehearsal else { return [] }
    return rehearsal.environments.compactMap { environment in
      switch environment.outcome {
      case .notRun, .applied: return nil
      case .refused(let reason, let atBase):
        return .refused(environment, reason: reason, tool: evidence.target.tool.name, isNews: !atBase)
      case .rejected(let migration, let rejection):
        // What base's own state rejects is told already.
        let upgrade = rehearsal.upgrade?.rejected
        if let upgrade, upgrade.migration == migration, upgrade.rejection.isSame(as: rejection) { return nil }
        let isNews = evidence.base[migration] == nil || evidence.delta.edited.contains(migration)
        return .rejected(
          environment, migration, rejection, path: evidence.path(of: migration),
          pieces: evidence.head[migration]?.pieces ?? [], isNews: isNews)
      }
    }
  }
}

extension Observation {
  fileprivate static func refused(
    _ environment: EnvironmentRehearsal, reason: String, tool: String, isNews: Bool
  ) -> Self {
    Self(
      "On \(Marked.code(environment.name)) as snapshotted \(Marked.code(tool)) refuses to go on: \(Marked.quoting(reason))",
      evidence: EnvironmentWords(environment).evidence, severity: isNews ? nil : .warning,
      remedy: isNews ? nil : environment.mending, location: SourceLocation(path: environment.path))
  }

  fileprivate static func rejected(
    _ environment: EnvironmentRehearsal, _ migration: MigrationID, _ rejection: Rejection, path: String,
    pieces: [SourceText], isNews: Bool
  ) -> Self {
    let evidence = [EnvironmentWords(environment).evidence, rejection.evidence(in: pieces)].compactMap { $0 }
    return Self(
      "On \(Marked.code(environment.name)) as snapshotted the database rejects \(Marked.file(path)): \(rejection.words)",
      evidence: evidence.isEmpty ? nil : evidence.joined(separator: "\n"),
      severity: isNews && environment.why == nil ? nil : .warning, remedy: isNews ? nil : environment.mending,
      migration: migration, location: rejection.location ?? SourceLocation(path: path))
  }
}

extension EnvironmentRehearsal {
  /// What is to be done where the branch isn't what causes it.
  fileprivate var mending: String {
    "Base's own migrations stop there as well: compare it with base, `schemagate drift \(name)`, and mend it."
  }
}
