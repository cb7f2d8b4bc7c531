/// What happened on one path: its steps in order, up to and including the first rejected one.
package struct PathRecord: Hashable, Sendable {
  package let steps: [StepRecord]

  package init(steps: [StepRecord]) { self.steps = steps }

  /// The step that ended the path early, if one did.
  package var rejected: (migration: MigrationID, rejection: Rejection)? {
    guard let last = steps.last, case .rejected(let rejection) = last.outcome else { return nil }
    return (last.migration, rejection)
  }
}
