import SchemagateModel

/// Reports added migrations that stand before one that base already holds.
struct VersionOutOfOrder: Rule {
  let metadata = RuleMetadata(
    id: "version-out-of-order", title: "A new migration is older than base's newest", check: .history, severity: .error,
    rationale: "Databases that stand at base's newest version meet it late. Depending on the tool it is run, "
      + "refused, or silently never run.",
    remedy: "Give it a version above base's newest one.",
    fires: "base's newest version is 12, the branch adds 11, and the tool passes lower versions over",
    staysQuiet: "every added version is above base's newest")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.outOfOrder.map { id in
      .outOfOrder(
        id, path: evidence.path(of: id), newest: newest(of: evidence.base), effect: effect(on: id, evidence.plan),
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

  private func newest(of base: MigrationHistory) -> String {
    base.migrations.last { $0.kind == .versioned }?.id.rawValue ?? ""
  }
}

extension Observation {
  fileprivate static func outOfOrder(
    _ id: MigrationID, path: String, newest: String, effect: VersionOutOfOrder.Effect, tool: String
  ) -> Self {
    let location = SourceLocation(path: path)
    let place = "\(Marked.file(path)) comes before base's newest version \(Marked.code(newest))"
    return switch effect {
    case .skipped:
      Self(
        "\(place): existing databases never run it, because \(tool) passes it over", severity: .error,
        remedy: "Give it a version above \(Marked.code(newest)).", migration: id, location: location)
    case .refused(let reason):
      Self(
        "\(place): \(tool) refuses to go on", evidence: reason, severity: .error,
        remedy: "Give it a version above \(Marked.code(newest)).", migration: id, location: location)
    case .runs:
      Self(
        "\(place); \(tool) runs it late on existing databases", severity: .notice,
        remedy: "Nothing needs to be done; a version above \(Marked.code(newest)) would keep one order everywhere.",
        migration: id,
        location: location)
    }
  }
}
