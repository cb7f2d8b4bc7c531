import SchemagateModel

/// Reports added migrations that stand before one that base already holds.
struct VersionOutOfOrder: Rule {
  let metadata = RuleMetadata(
    id: "version-out-of-order", title: "A new migration is older than base's newest", check: .history, severity: .error,
    rationale: "Databases that stand at base's newest version meet it late. Depending on the tool it is run, "
      + "refused, or silently never run.",
    remedy:
      "Give it a place behind base's newest one: a version above it, or a later line where the tool keeps a list.",
    fires: "base's newest version is 3, the branch adds 2, and the tool passes lower versions over",
    staysQuiet: "every added version is above base's newest")

  func observations(in evidence: Evidence) -> [Observation] {
    let place = Place(evidence)
    return evidence.outOfOrder.map { id in
      .outOfOrder(
        id, path: evidence.path(of: id), place: place, effect: effect(on: id, evidence.plan),
        tool: Marked.code(evidence.target.tool.name))
    }
  }

  fileprivate enum Effect {
    case skipped
    case refused(String)
    case runs
  }

  private func effect(on id: MigrationID, _ plan: ToolPlan) -> Effect {
    if plan.skipped.contains(id) { return .skipped }
    if let refusal = plan.refusal { return .refused(refusal.reason) }
    return .runs
  }

  /// Where the migration ought to stand.
  fileprivate struct Place {
    private let newest: String
    private let isListed: Bool

    init(_ evidence: Evidence) {
      newest = Marked.code(evidence.base.migrations.last { $0.kind == .versioned }?.id.rawValue ?? "")
      switch evidence.ranking {
      case .list: isListed = true
      case .versions, .graph: isListed = false
      }
    }

    /// "comes before base's newest version `12`"
    var words: String {
      isListed ? "stands in the list before base's newest, \(newest)" : "comes before base's newest version \(newest)"
    }

    var remedy: String { isListed ? "Put it behind \(newest) in the list." : "Give it a version above \(newest)." }

    var advice: String {
      "Nothing needs to be done; \(isListed ? "a place behind" : "a version above") \(newest) would keep one order everywhere."
    }
  }
}

extension Observation {
  fileprivate static func outOfOrder(
    _ id: MigrationID, path: String, place: VersionOutOfOrder.Place, effect: VersionOutOfOrder.Effect, tool: String
  ) -> Self {
    let location = SourceLocation(path: path)
    let words = "\(Marked.file(path)) \(place.words)"
    return switch effect {
    case .skipped:
      Self(
        "\(words): existing databases never run it, because \(tool) passes it over", severity: .error,
        remedy: place.remedy, migration: id, location: location)
    case .refused(let reason):
      Self(
        "\(words): \(tool) refuses to go on", evidence: reason, severity: .error, remedy: place.remedy, migration: id,
        location: location)
    case .runs:
      Self(
        "\(words); \(tool) runs it late on existing databases", severity: .notice, remedy: place.advice,
        migration: id, location: location)
    }
  }
}
