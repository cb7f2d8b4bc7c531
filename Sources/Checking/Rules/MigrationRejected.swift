import SchemagateModel

/// Reports migrations that the database refuses.
struct MigrationRejected: Rule {
  let metadata = RuleMetadata(
    id: "migration-rejected", title: "The database rejects a migration", check: .apply, severity: .error,
    rationale: "It would fail in production in the same way, possibly after a part of it has been applied.",
    remedy: "Correct the statement: the same error would stop the deployment.",
    fires: "`ALTER TABLE customers ADD COLUMN email text` meets a table that has the column",
    staysQuiet: "every pending migration applies")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let rehearsal = evidence.rehearsal else { return [] }
    let upgrade = PathFailure(rehearsal.upgrade, .upgrade)
    let fresh = PathFailure(rehearsal.fresh, .fresh).flatMap { isNews($0, beside: upgrade, rehearsal) ? $0 : nil }
    return [upgrade, fresh].compactMap { $0 }.map { failure in
      .rejected(
        failure, path: evidence.path(of: failure.migration), pieces: evidence.pieces(of: failure.migration),
        stayed: StayedWords(failure.rejection, in: evidence))
    }
  }

  /// Whether the fresh path says more than the upgrade, and more than base's own failure.
  private func isNews(_ fresh: PathFailure, beside upgrade: PathFailure?, _ rehearsal: Rehearsal) -> Bool {
    let base = rehearsal.base.rejected.map {
      PathFailure(migration: $0.migration, rejection: $0.rejection, path: .fresh)
    }
    return ![upgrade, base].compactMap { $0 }.contains { $0.isSame(as: fresh) }
  }
}

/// Where and why a path ended, unless it was for lack of something in our scratch world.
struct PathFailure {
  enum Path {
    case upgrade
    case fresh
  }

  let migration: MigrationID
  let rejection: Rejection
  let path: Path

  func isSame(as other: PathFailure) -> Bool { migration == other.migration && rejection.isSame(as: other.rejection) }
}

extension PathFailure {
  init?(_ record: PathRecord?, _ path: Path) {
    guard let rejected = record?.rejected, !rejected.rejection.isEnvironment else { return nil }
    self.init(migration: rejected.migration, rejection: rejected.rejection, path: path)
  }
}

extension Observation {
  fileprivate static func rejected(
    _ failure: PathFailure, path: String, pieces: [SourceText], stayed: StayedWords?
  ) -> Self {
    let place = failure.path == .fresh ? " on a new, empty database" : ""
    let location = failure.rejection.location ?? SourceLocation(path: path)
    if case .timeLimit(let seconds) = failure.rejection.cause {
      return Self(
        "\(Marked.file(path)) did not end within \(seconds) s\(place)",
        evidence: failure.rejection.evidence(in: pieces),
        remedy:
          "Find what the statement waits for or why it runs so long; in production it would hold its locks meanwhile.",
        migration: failure.migration, location: location)
    }
    return Self(
      "The database rejects \(Marked.file(path))\(place): \(failure.rejection.words)\(stayed?.clause ?? "")",
      evidence: failure.rejection.evidence(in: pieces), remedy: stayed?.remedy,
      migration: failure.migration, location: location)
  }
}
