/// How much a finding weighs; errors fail the gate.
package enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case notice
  case warning
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .notice: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a rule does in this repository: its severity, or nothing at all.
package enum RuleSetting: Hashable, Sendable {
  case severity(Severity)
  case off
}
