package import SchemagateModel

/// How one environment differs from what base's migrations give.
package struct EnvironmentDrift: Sendable {
  package let environment: EnvironmentSource
  package let outcome: Outcome

  package enum Outcome: Sendable {
    /// Against the history as far as it has applied it.
    case compared(Comparison, AppliedDifference)
    case failed(ErrorReport)
  }
}

/// How what an environment has applied differs from a history.
package struct AppliedDifference: Hashable, Sendable {
  /// How many migrations of the history it has applied; `nil` where nobody knows.
  package var applied: Int?
  /// Not applied there yet.
  package var pending: [MigrationID] = []
  /// Applied there, and not in the history.
  package var unknown: [MigrationID] = []
  /// Not applied there, and the tool would never do so.
  package var skipped: [MigrationID] = []
  /// Why the tool would do nothing there.
  package var refusal: String?
  /// Why nobody knows what is applied there.
  package var why: String?

  /// Whether anything is wrong; what is merely pending is not.
  package var isDrift: Bool { !unknown.isEmpty || !skipped.isEmpty || refusal != nil }
}
