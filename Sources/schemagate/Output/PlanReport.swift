import CheckPipeline
import Foundation
import Reporting
import SchemagateModel

/// What `schemagate plan` prints: version 1 of a shape that CI systems make their jobs from.
struct PlanReport: Codable, Hashable {
  var version = 1
  /// Commits; `null` for the empty base of `--all`.
  let base: String?
  let head: String?
  /// In the configuration's order.
  let targets: [Target]
  /// One entry for each job: GitHub's `matrix: {include: …}`.
  let include: [Job]
  let notes: [String]

  struct Target: Codable, Hashable {
    let name: String
    let engine: EngineKind
    let tool: String
    /// Whether it has to be checked: the branch changes something that it reads.
    let changed: Bool
    /// `null` where only the tool's own program knows.
    let migrations: TargetPlan.Counts?
    let reason: String
  }

  /// Either a target's job or a part's.
  struct Job: Codable, Hashable {
    var target: String?
    var engine: EngineKind?
    /// For `check --shard`, for example `2/3`.
    var shard: String?
    var targets: [String]?
  }

  init(_ plans: [TargetPlan], revisions: Revisions, notes: [String], shards: Int?) {
    let changed = plans.filter(\.isChanged)
    base = revisions.base?.id
    head = revisions.head.id
    targets = plans.map(Target.init)
    include =
      shards.map { Self.jobs(changed, shards: $0) }
      ?? changed.map { plan in
        Job(target: plan.target.name, engine: plan.target.engine)
      }
    self.notes = notes
  }

  /// Every part has its job, one without a target too: a merge wants all of them.
  private static func jobs(_ plans: [TargetPlan], shards: Int) -> [Job] {
    let parts = Shard.parts(of: plans.map(\.load), count: shards)
    return (1...shards).map { index in
      Job(
        shard: "\(index)/\(shards)",
        targets: plans.map(\.target).filter { parts[$0.plainName] == index }.map(\.name))
    }
  }

  var json: String { get throws { try OrderedJSON.line(self) } }

  var text: String {
    var lines = targets.map { "\($0.name)  \($0.engine.rawValue)  \($0.tool)  \($0.reason)" }
    if !targets.contains(where: \.changed) { lines.append("no target to check") }
    lines += include.filter { $0.shard != nil }.map { job in
      "part \(job.shard ?? ""): \(job.targets?.joined(separator: ", ") ?? "")"
    }
    return (notes.map { "note: \($0)" } + lines).joined(separator: "\n") + "\n"
  }
}

extension PlanReport.Target {
  init(_ plan: TargetPlan) {
    name = plan.target.name
    engine = plan.target.engine
    tool = plan.target.tool.name
    changed = plan.isChanged
    switch plan.state {
    case .unchanged: (migrations, reason) = (nil, "unchanged")
    case .unreadable(let error): (migrations, reason) = (nil, error.what)
    case .changed(let counts, let paths): (migrations, reason) = (counts, Self.reason(counts, paths))
    }
  }

  private static func reason(_ counts: TargetPlan.Counts?, _ paths: [String]) -> String {
    let numbers = counts.map { counts in
      [(counts.added, "added"), (counts.edited, "edited"), (counts.removed, "removed"), (counts.renamed, "renamed")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }
    let words = (numbers ?? []).joined(separator: ", ")
    guard let first = paths.first else { return words.isEmpty ? "everything is pending" : words }
    let files = paths.count == 1 ? first : "\(first) and \(paths.count - 1) more"
    return words.isEmpty ? "\(files) changed" : "\(words): \(files)"
  }
}
