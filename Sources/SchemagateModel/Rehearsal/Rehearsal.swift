/// Everything that was observed in scratch databases for one target.
package struct Rehearsal: Sendable {
  package let engine: EngineVersion
  /// Base's history on an empty database.
  package let base: PathRecord
  /// Why the tool would not run base's history at all; its path is empty then.
  package let baseRefusal: String?
  /// The tool's plan for head on base's state; `nil` where base doesn't build.
  package let upgrade: PathRecord?
  /// Head's whole history on an empty database; `nil` where it wouldn't differ from base followed by upgrade.
  package let fresh: PathRecord?
  /// Why the tool would not run head's history on a new database.
  package let freshRefusal: String?
  /// How the fresh path's schema differs from the upgraded one, as changes from upgraded to fresh; `nil` where not both were built.
  package let divergence: [SchemaChange]?
  /// In the order in which they were reverted: the newest migration first.
  package let rollbacks: [RollbackRecord]
  /// From base's schema to head's; `nil` where one of them wasn't built.
  package let netChanges: [SchemaChange]?
  /// What the net changes say about access, tried in head's state.
  package let access: [AccessProof]
  package let notCompared: [NotCompared]
  /// Type names as declarations spell them, with the server's own spelling.
  package let typeNames: [String: String]
  /// Schemas that may be left out of a name: those in the default search path.
  package let defaultSchemas: Set<String>
  /// What the scratch world lacked, collected over the whole replay.
  package let missing: [MissingPiece]
  package let notChecked: [NotChecked]
  package var timings: [Timing]
  /// Base's schema, and head's as the upgrade path leads to it (as the fresh path does where base doesn't build); `nil`
  /// where it wasn't reached.
  package let baseSchema: Schema?
  package let headSchema: Schema?
  /// What the plan for head did on the environments' snapshots, in the configuration's order.
  package var environments: [EnvironmentRehearsal] = []
  /// Scratch databases that `--keep` left, and how to enter them.
  package let kept: [String]

  package init(
    engine: EngineVersion, base: PathRecord, baseRefusal: String? = nil, upgrade: PathRecord?,
    fresh: PathRecord? = nil, freshRefusal: String? = nil,
    divergence: [SchemaChange]? = nil, rollbacks: [RollbackRecord] = [], netChanges: [SchemaChange]?,
    access: [AccessProof] = [], notCompared: [NotCompared] = [], typeNames: [String: String] = [:],
    defaultSchemas: Set<String>,
    missing: [MissingPiece] = [], notChecked: [NotChecked] = [], timings: [Timing] = [],
    baseSchema: Schema? = nil, headSchema: Schema? = nil, kept: [String] = []
  ) {
    self.engine = engine
    self.base = base
    self.baseRefusal = baseRefusal
    self.upgrade = upgrade
    self.fresh = fresh
    self.freshRefusal = freshRefusal
    self.divergence = divergence
    self.rollbacks = rollbacks
    self.netChanges = netChanges
    self.access = access
    self.notCompared = notCompared
    self.typeNames = typeNames
    self.defaultSchemas = defaultSchemas
    self.missing = missing
    self.notChecked = notChecked
    self.timings = timings
    self.baseSchema = baseSchema
    self.headSchema = headSchema
    self.kept = kept
  }
}
