import Checking
import SchemaDiffing
import SchemagateModel
import TestSupport

/// Evidence of a shop whose base holds migrations 1 and 2 and whose head adds 3; each test changes what it is about.
extension Evidence {
  static func shop(
    added: [MigrationID] = ["3"], steps: [StepRecord]? = nil, declarations: [Declaration] = [],
    rollbacks: [RollbackRecord] = [], rehearsal: Rehearsal? = nil
  ) -> Evidence {
    let base = ["1", "2"].map { Migration.shop($0) }
    let head = base + added.map { Migration.shop($0) }
    let records = steps ?? added.map { StepRecord.applied($0) }
    return Evidence(
      target: TargetDefinition(
        name: "shop", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "dbmate")),
      base: MigrationHistory(migrations: base), head: MigrationHistory(migrations: head),
      delta: HistoryDelta(added: added),
      plan: ToolPlan(steps: head.suffix(added.count).compactMap { $0.step }), toolHasDowns: true,
      declarations: declarations, rehearsal: rehearsal ?? .shop(upgrade: records, rollbacks: rollbacks))
  }

  /// The findings of one rule, as the checker gives them.
  func findings(of rule: String, policy: Policy = Policy()) -> [Finding] {
    Checker.check(self, policy: policy).checks.flatMap(\.findings).filter { $0.rule == rule }
  }

  func with(_ change: (inout Evidence) -> Void) -> Evidence {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Migration {
  static func shop(_ id: MigrationID, hasDown: Bool = true, kind: Kind = .versioned) -> Migration {
    let up = MigrationScript(path: "db/\(id).up.sql", body: .sql([]), transaction: .file, contentID: "u\(id)")
    let down = MigrationScript(path: "db/\(id).down.sql", body: .sql([]), transaction: .file, contentID: "d\(id)")
    return Migration(id: id, name: "", kind: kind, path: up.path, up: up, down: hasDown ? down : nil)
  }

  var step: Step? { up.map { Step(migration: id, direction: .up, script: $0) } }
}

extension Rehearsal {
  static func shop(
    base: [StepRecord] = [.applied("1"), .applied("2")], upgrade: [StepRecord]? = [.applied("3")],
    fresh: [StepRecord]? = nil, divergence: [SchemaChange]? = nil, freshChanges: [SchemaChange]? = nil,
    suspectChanges: SuspectChanges? = nil, interleaving: Interleaving? = nil, rollbacks: [RollbackRecord] = []
  ) -> Rehearsal {
    Rehearsal(
      engine: EngineVersion(name: .postgresql, version: "15.18"), base: PathRecord(steps: base),
      upgrade: upgrade.map(PathRecord.init), fresh: fresh.map(PathRecord.init), divergence: divergence,
      freshChanges: freshChanges, suspectChanges: suspectChanges, interleaving: interleaving, rollbacks: rollbacks,
      netChanges: upgrade?.flatMap(\.changes), defaultSchemas: ["public"])
  }
}

extension StepRecord {
  static func applied(_ id: MigrationID, _ changes: [SchemaChange] = [], leftOpen: Bool = false) -> StepRecord {
    record(id, .applied, changes, leftOpen: leftOpen)
  }

  static func rejected(_ id: MigrationID, _ message: String = "relation exists", cause: Rejection.Cause = .migration)
    -> StepRecord
  {
    record(id, .rejected(.shop(message, cause: cause)), [])
  }

  static func record(
    _ id: MigrationID, _ outcome: StepOutcome, _ changes: [SchemaChange], leftOpen: Bool = false
  ) -> StepRecord {
    StepRecord(
      migration: id, outcome: outcome, changes: changes, statements: 1, milliseconds: 1, transaction: .file,
      leftTransactionOpen: leftOpen)
  }
}

extension Rejection {
  static func shop(_ message: String, cause: Cause = .migration) -> Rejection {
    Rejection(
      cause: cause, message: message, code: "42P07", location: SourceLocation(path: "db/3.up.sql", line: 7),
      statement: "CREATE TABLE orders ();")
  }

  static let missingRole = Cause.environment(
    MissingPiece(kind: .role, name: "anon", setup: "CREATE ROLE \"anon\";", advice: nil))
}

/// What leads from one list of objects to another.
func changes(_ base: [SchemaObject], _ head: [SchemaObject]) -> [SchemaChange] {
  SchemaDiff.changes(from: .of(base), to: .of(head), matchingServerIdentity: false)
}

/// A declaration of migration 3.
func declare(_ clause: Declaration.Clause, because: String? = nil, migration: MigrationID = "3") -> Declaration {
  Declaration(
    migration: migration, location: SourceLocation(path: "db/\(migration).up.sql", line: 2), text: "schemagate: …",
    clause: clause, because: because)
}

/// `expect drop column orders.total` and the like.
func expect(_ verb: SchemaChange.Verb, _ kind: ObjectKind, _ parts: String..., because: String? = nil) -> Declaration {
  declare(.expect(ExpectedChange(verb: verb, kind: kind, name: NamePattern(parts: parts))), because: because)
}
