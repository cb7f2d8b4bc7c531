import Checking
import Declaring
import MigrationTools
import Rehearsing
import SchemagateModel

/// Puts one target's evidence before the rules and writes its part of the report.
struct TargetJudge {
  let request: CheckRequest
  let target: CheckableTarget

  func report(rehearsal: Rehearsal, declared: DeclaredComparison? = nil) -> TargetReport {
    var report = judge(rehearsal: rehearsal, declared: declared, skipReason: nil, engine: rehearsal.engine)
    report.environments = rehearsal.environments.map { EnvironmentReport($0) }
    let others = declared?.missing.filter { !rehearsal.missing.contains($0) } ?? []
    report.setup = SetupFile.text(for: rehearsal.missing + others)
    report.timings = rehearsal.timings
    return report
  }

  /// Only the rules that need no database were asked for.
  func report(withoutRehearsal reason: String) -> TargetReport {
    judge(rehearsal: nil, skipReason: reason, engine: nil)
  }

  /// The rehearsal came to no end: what the history shows still counts, and the rest is unknown.
  func report(failure: any Error, engine: EngineVersion?) -> TargetReport {
    let error = ErrorReport(failure)
    var report = judge(rehearsal: nil, skipReason: error.what, engine: engine)
    report.errors = [error]
    report.verdict = .unknown
    return report
  }

  private func judge(
    rehearsal: Rehearsal?, declared: DeclaredComparison? = nil, skipReason: String?, engine: EngineVersion?
  ) -> TargetReport {
    let evidence = evidence(rehearsal, declared, skipReason: skipReason)
    let policy = Policy(rules: request.policy.rules, allFindings: request.policy.allFindings)
    let result = Checker.check(evidence, policy: policy)
    let definition = target.histories.target
    return TargetReport(
      name: definition.name, engine: .init(name: engine?.name ?? definition.engine, version: engine?.version),
      tool: definition.tool.name, verdict: hidesInputs && result.verdict == .passed ? .unknown : result.verdict,
      assumptions: definition.assumptions + substitution(engine),
      migrations: MigrationsReport(target.histories, rehearsal: rehearsal, result: result), changes: result.changes,
      tables: result.tables, access: result.access, checks: result.checks, waivers: result.waivers,
      notChecked: result.notChecked + notChecked)
  }

  /// MySQL's files run on MariaDB where MySQL isn't to be had; they are two servers all the same.
  private func substitution(_ engine: EngineVersion?) -> [String] {
    let wanted = target.histories.target.engine
    guard let engine, engine.name != wanted else { return [] }
    return ["rehearsed on \(engine.name.title) \(engine.version); the files say \(wanted.title)"]
  }

  private func evidence(
    _ rehearsal: Rehearsal?, _ declared: DeclaredComparison?, skipReason: String?
  ) -> Evidence {
    let histories = target.histories
    return Evidence(
      target: definition, base: histories.base, head: histories.head, delta: histories.delta,
      plan: histories.upgrade, toolHasDowns: histories.hasDowns,
      behaviour: BehaviourCatalog.behaviour(of: histories.tool.name), edits: histories.edits,
      mergeConflicts: target.mergeConflicts,
      declarations: target.declarations.declarations, declarationProblems: target.declarations.problems,
      rehearsal: rehearsal, declared: declared, skipReason: skipReason, rehearsalWanted: !request.historyOnly,
      policyChanges: request.policy.changes, waivers: request.policy.waivers, headDate: request.revisions.headDate)
  }

  /// The target as it is judged: a history that was written before anybody declared anything isn't asked to.
  private var definition: TargetDefinition {
    var definition = target.histories.target
    if isUndeclaredHistory { definition.expectations = .none }
    return definition
  }

  private var isUndeclaredHistory: Bool {
    request.revisions.base == nil && target.declarations == DeclarationSet()
  }

  /// Whether a migration, or the folder of one, stands where no file can be read.
  private var hidesInputs: Bool {
    let inputs = TargetInputs(target: target.histories.target, tool: target.histories.tool)
    return target.unreadable.keys.contains { inputs.roots.contains($0) || inputs.contains($0) }
  }

  private var notChecked: [NotChecked] {
    let unreadable = target.unreadable.sorted { $0.key < $1.key }.map { NotChecked(what: $0.key, why: $0.value) }
    return unreadable + target.notCopied + roles + target.histories.target.livingEnvironments
      + (request.notYetChecked[target.histories.target.name] ?? [])
  }
}

extension TargetJudge {
  /// An administrator's migrations may change what belongs to the whole server; on a shared one, so may others.
  private var roles: [NotChecked] {
    guard request.sharedServer, target.histories.target.privileges == .administrator else { return [] }
    let what = "Roles, their attributes and memberships"
    return [NotChecked(what: what, why: "they belong to the whole server, which others use as well")]
  }
}

extension CheckableTarget {
  /// What is to be rehearsed.
  func rehearsalPlan(_ request: CheckRequest) -> RehearsalPlan {
    histories.rehearsalPlan(
      setup: setup, typeNames: DeclaredTypes.typeNames(in: declarations.declarations), stepLimit: request.stepLimit,
      programs: programs)
  }
}
