import EngineInterface
package import SchemagateModel
package import ToolPrograms

/// What is to be rehearsed for one target: values only, decided before any server is started.
package struct RehearsalPlan: Sendable {
  package let target: TargetDefinition
  /// The target's `setup:` files.
  package let setup: [SourceText]
  /// Base's whole history on an empty database.
  package let base: ToolPlan
  /// What the tool would do for head on a database that holds base's history.
  package let upgrade: ToolPlan
  /// Head's whole history on an empty database.
  package let fresh: ToolPlan
  /// Whether the fresh path isn't simply base's history followed by the upgrade.
  package let freshDiffers: Bool
  /// The two orders to compare where base gained migrations as well; `nil` where it didn't.
  package let interleaving: InterleavingPlan?
  /// Migrations that may make the fresh path end elsewhere than the upgrade.
  package let suspects: Set<MigrationID>
  /// Where the branch stands one migration in for several merged ones, what a new database gets is compared with what it
  /// got before.
  package let squash: Squash?
  /// Migrations that base doesn't hold.
  package let pending: Set<MigrationID>
  /// The down step of each pending migration that has one.
  package let downs: [MigrationID: Step]
  /// Whether the tool knows down migrations at all.
  package let toolHasDowns: Bool
  /// The tool's own objects, left out of every schema.
  package let bookkeeping: [NamePattern]
  /// Type names that declarations mention, to be spelled as the server spells them.
  package let typeNames: Set<String>
  /// How long one statement, or one file that is sent whole, may take.
  package let stepLimit: Duration
  /// Where the tool's own program runs; `nil` for a target whose migrations we send ourselves.
  package let programs: ProgramWorld?

  package enum Squash: Sendable {
    /// Nothing else is added.
    case wholeHead
    /// Head's history without what else is added, on an empty database.
    case alone(ToolPlan)
  }

  package init(
    target: TargetDefinition, setup: [SourceText], base: ToolPlan, upgrade: ToolPlan, fresh: ToolPlan,
    freshDiffers: Bool, pending: Set<MigrationID>, downs: [MigrationID: Step], toolHasDowns: Bool,
    bookkeeping: [NamePattern], typeNames: Set<String>, stepLimit: Duration,
    programs: ProgramWorld? = nil, interleaving: InterleavingPlan? = nil, suspects: Set<MigrationID> = [],
    squash: Squash? = nil
  ) {
    self.target = target
    self.setup = setup
    self.base = base
    self.upgrade = upgrade
    self.fresh = fresh
    self.freshDiffers = freshDiffers
    self.pending = pending
    self.downs = downs
    self.toolHasDowns = toolHasDowns
    self.bookkeeping = bookkeeping
    self.typeNames = typeNames
    self.stepLimit = stepLimit
    self.programs = programs
    self.interleaving = interleaving
    self.suspects = suspects
    self.squash = squash
  }

  /// What runs this plan's steps on a scratch database of `server`.
  func runner(of database: any ScratchDatabase, on server: any DatabaseServer) -> StepRunner {
    StepRunner(
      database: database, limit: stepLimit, wanted: wanted(on: server),
      programs: programs.map { ProgramRunner(world: $0, engine: target.engine) })
  }

  var scratch: ScratchRequest {
    ScratchRequest(
      privileges: target.privileges, setup: setup, session: target.session, functions: target.functions)
  }
}
