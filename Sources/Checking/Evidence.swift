import Declaring
package import SchemagateModel

/// Everything that the rules judge, for one target.
package struct Evidence: Sendable {
  package var target: TargetDefinition
  package var base: MigrationHistory
  package var head: MigrationHistory
  package var delta: HistoryDelta
  /// The tool's plan for head on base's state.
  package var plan: ToolPlan
  package var toolHasDowns: Bool
  /// What the tool is known to do; `nil` for one that nobody has described.
  package var behaviour: ToolBehaviour?
  /// How far each edited migration was edited.
  package var edits: [MigrationID: EditExtent]
  /// Paths of this target that don't merge.
  package var mergeConflicts: [String]
  /// Why the merge of base and head could not be judged.
  package var mergeUnchecked: String?
  /// Those of the pending and the edited migrations.
  package var declarations: [Declaration]
  package var declarationProblems: [DeclarationProblem]
  package var rehearsal: Rehearsal?
  /// How the migrations' schema compares with the declared one; `nil` where none is declared, or head's wasn't built.
  package var declared: DeclaredComparison?
  /// Why there is no rehearsal.
  package var skipReason: String?
  /// `false` where the user asked for the rules that need no database: then its absence changes no verdict.
  package var rehearsalWanted: Bool
  /// How head's policy differs from base's, one sentence each.
  package var policyChanges: [String]
  package var waivers: [LastingWaiver]
  /// The date of head's commit, `YYYY-MM-DD`; `nil` for a work tree without a commit.
  package var headDate: String?
  /// Waivers that accepted nothing; filled once all other rules have spoken.
  package var unusedWaivers: [Declaration] = []

  package init(
    target: TargetDefinition, base: MigrationHistory, head: MigrationHistory, delta: HistoryDelta, plan: ToolPlan,
    toolHasDowns: Bool, behaviour: ToolBehaviour? = nil, edits: [MigrationID: EditExtent] = [:],
    mergeConflicts: [String] = [], mergeUnchecked: String? = nil,
    declarations: [Declaration] = [], declarationProblems: [DeclarationProblem] = [], rehearsal: Rehearsal?,
    declared: DeclaredComparison? = nil, skipReason: String? = nil,
    rehearsalWanted: Bool = true, policyChanges: [String] = [], waivers: [LastingWaiver] = [], headDate: String? = nil
  ) {
    self.target = target
    self.base = base
    self.head = head
    self.delta = delta
    self.plan = plan
    self.toolHasDowns = toolHasDowns
    self.behaviour = behaviour
    self.edits = edits
    self.mergeConflicts = mergeConflicts
    self.mergeUnchecked = mergeUnchecked
    self.declarations = declarations
    self.declarationProblems = declarationProblems
    self.rehearsal = rehearsal
    self.declared = declared
    self.skipReason = skipReason
    self.rehearsalWanted = rehearsalWanted
    self.policyChanges = policyChanges
    self.waivers = waivers
    self.headDate = headDate
  }

  /// What the same rules would have seen at base, where nothing is pending.
  var atBase: Evidence {
    Evidence(
      target: target, base: base, head: base, delta: HistoryDelta(), plan: ToolPlan(steps: []),
      toolHasDowns: toolHasDowns, behaviour: behaviour, rehearsal: nil, declared: declared?.atBase, waivers: waivers,
      headDate: nil)
  }
}

extension Evidence {
  /// The file by which a reader knows a migration.
  func path(of id: MigrationID) -> String { (head[id] ?? base[id])?.path ?? id.rawValue }

  func location(of id: MigrationID) -> SourceLocation? { (head[id] ?? base[id]).map { SourceLocation(path: $0.path) } }

  /// The files of several migrations, as a sentence names them.
  func files(_ ids: [MigrationID]) -> String { ids.map { Marked.file(path(of: $0)) }.enumerated }

  /// Pending steps that ran to their end.
  var appliedSteps: [StepRecord] {
    rehearsal?.upgrade?.steps.filter { $0.outcome == .applied } ?? []
  }

  /// What says which of two migrations comes first.
  var ranking: ToolBehaviour.Ranking {
    if head.migrations.contains(where: { !$0.parents.isEmpty }) { return .graph }
    return behaviour?.ranking ?? .versions
  }

  /// Added migrations that stand before one that base's databases have applied. In a graph nothing is late: its order
  /// between what doesn't follow on each other is the tool's own choice.
  var outOfOrder: [MigrationID] {
    let added = Set(delta.added)
    guard !added.isEmpty, ranking != .graph else { return [] }
    let known = Set(base.migrations.map(\.id))
    let last = head.migrations.lastIndex { $0.kind == .versioned && known.contains($0.id) }
    return head.migrations[..<(last ?? 0)].compactMap { migration in
      migration.kind == .versioned && added.contains(migration.id) ? migration.id : nil
    }
  }

  /// A matcher for one step's changes.
  func matcher(of step: StepRecord) -> ChangeMatcher {
    ChangeMatcher(
      changes: step.changes, typeNames: rehearsal?.typeNames ?? [:], defaultSchemas: rehearsal?.defaultSchemas ?? [])
  }

  /// The declared changes of one migration.
  func expectations(of migration: MigrationID) -> [(declaration: Declaration, change: ExpectedChange)] {
    declarations.compactMap { declaration in
      guard declaration.migration == migration, case .expect(let change) = declaration.clause else { return nil }
      return (declaration, change)
    }
  }
}
