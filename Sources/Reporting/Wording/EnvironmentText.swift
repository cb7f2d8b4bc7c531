import SchemagateModel

/// One line on what was rehearsed on an environment's snapshot.
struct EnvironmentText {
  let environment: EnvironmentReport

  /// `rehearsed on production's snapshot: applies`, with what it has or lacks of base's migrations.
  var line: String { "rehearsed on \(environment.name)'s snapshot: \(outcome)\(state)" }

  private var outcome: String {
    switch environment.outcome {
    case .applies: "applies"
    case .differs: "applies, and leads to another schema"
    case .rejected: "rejected"
    case .refused: "the migration tool refuses to go on"
    case .notChecked: "not checked: \(environment.why ?? "")"
    }
  }

  private var state: String {
    guard environment.outcome != .notChecked else { return "" }
    let behind = environment.behind.count
    let unknown = environment.unknown.count
    let parts = [
      behind > 0 ? "\(Count.of(behind, "migration", "migrations")) behind base" : nil,
      unknown > 0 ? "\(Count.of(unknown, "migration", "migrations")) applied that nobody here knows" : nil,
      environment.applied == nil && environment.outcome != .refused
        ? "taken to be where base is: \(environment.why ?? "")" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }
}
