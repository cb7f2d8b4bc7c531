import Checking
import SchemagateModel
import Testing

@Suite("rules about what base and the branch do beside each other")
struct TwoSidesTests {
  @Test("an edit of comments is a notice, unless the tool refuses even that")
  func comments() {
    let evidence = Evidence.shop().with {
      $0.delta = HistoryDelta(edited: ["2"])
      $0.edits = ["2": .commentsOnly]
    }
    #expect(evidence.findings(of: "migration-edited").map(\.severity) == [.notice])
    let refused = evidence.with { $0.plan = ToolPlan(steps: [], refusal: .init(migration: "2", reason: "checksum")) }
    let found = refused.findings(of: "migration-edited")
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.message.contains("if only in comments and white space: `dbmate` would refuse") == true)
    let program = evidence.with { $0.edits = ["2": .program] }.findings(of: "migration-edited")
    #expect(program.map(\.severity) == [.error])
    #expect(program.first?.message.contains("only the text is compared") == true)
  }

  @Test("heads-diverged names both ends, whose they are, and the command; base's own ends are base's")
  func heads() {
    let problem = HistoryProblem.headsDiverged(heads: ["2", "3"])
    let evidence = Evidence.shop().with {
      $0.target.tool = ToolSettings(name: "alembic", program: ProgramSettings(config: "app/alembic.ini"))
      $0.head = MigrationHistory(migrations: $0.head.migrations, problems: [problem])
    }
    let found = evidence.findings(of: "heads-diverged")
    #expect(found.map(\.evidence) == ["2  db/2.up.sql  (base)\n3  db/3.up.sql  (the branch)"])
    #expect(found.first?.remedy.contains("cd app && alembic merge -m \"merge heads\" 2 3") == true)
    let known = HistoryProblem.headsDiverged(heads: ["1", "2"])
    let old = evidence.with {
      $0.base = MigrationHistory(migrations: $0.base.migrations, problems: [known])
      $0.head = MigrationHistory(migrations: $0.head.migrations, problems: [known])
    }
    #expect(old.findings(of: "heads-diverged").map(\.existing) == [true])
    #expect(Evidence.shop().findings(of: "heads-diverged") == [])
  }

  @Test("checksum-stale gives the command, and leaves a conflict to the conflict")
  func checksum() {
    let evidence = Evidence.shop().with {
      $0.target.tool = ToolSettings(name: "atlas")
      let stale = HistoryProblem.staleChecksum(path: "db/atlas.sum", why: "it doesn't list 3.sql")
      $0.head = MigrationHistory(migrations: $0.head.migrations, problems: [stale])
    }
    let found = evidence.findings(of: "checksum-stale")
    #expect(found.map(\.message) == ["`atlas.sum` is out of date: it doesn't list 3.sql"])
    #expect(found.first?.remedy.contains("atlas migrate hash --dir file://db") == true)
    #expect(evidence.with { $0.mergeConflicts = ["db/atlas.sum"] }.findings(of: "checksum-stale") == [])
  }

  @Test("interleaved is as bad as what the other order gives")
  func interleaved() {
    let ours = changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)
    let steps = [StepRecord.applied("3", ours)]
    func found(_ other: PathRecord?, _ differences: [SchemaChange]?) -> [Finding] {
      let interleaving = Interleaving(
        gained: [.applied("2", changes([], SchemaTable.ordersWithoutTotal))], otherOrder: other,
        differences: differences)
      return Evidence.shop(rehearsal: .shop(upgrade: steps, interleaving: interleaving)).findings(of: "interleaved")
    }
    let done = PathRecord(steps: [.applied("3"), .applied("2")])
    #expect(found(nil, nil) == [])
    #expect(found(done, []).map(\.severity) == [.notice])
    #expect(found(done, ours).map(\.severity) == [.error])
    #expect(found(PathRecord(steps: [.applied("3"), .rejected("2")]), nil).map(\.severity) == [.warning])
    #expect(found(done, []).first?.message.contains("`public.orders`") == true)
  }

  @Test("interleaved sees what is built on the other side's table, and no more in two new tables of one schema")
  func built() {
    func found(_ own: [SchemaObject], _ base: [SchemaObject]) -> [Finding] {
      let interleaving = Interleaving(
        gained: [.applied("2", changes([], base))],
        otherOrder: PathRecord(steps: [.applied("3"), .rejected("2")]))
      return Evidence.shop(rehearsal: .shop(upgrade: [.applied("3", changes([], own))], interleaving: interleaving))
        .findings(of: "interleaved")
    }
    let schema = ObjectIdentity(kind: .schema, name: ["public"])
    let view = SchemaObject(
      identity: ObjectIdentity(kind: .view, name: ["public", "sums"]), parent: schema,
      attributes: [.definition: .sql("SELECT orders.total FROM orders")])
    let other = SchemaObject(
      identity: ObjectIdentity(kind: .view, name: ["public", "sums"]), parent: schema,
      attributes: [.definition: .sql("SELECT total FROM orders_old")])
    #expect(found([view], SchemaTable.orders).first?.message.contains("touches table `public.orders`, which") == true)
    #expect(found([other], SchemaTable.orders).first?.message.contains("`public.orders`") != true)
  }

  @Test("a squash with new migrations on top counts only where it is proved")
  func squashAndMore() {
    func evidence(_ changes: [SchemaChange]) -> Evidence {
      Evidence.shop(rehearsal: .shop(freshChanges: changes)).with {
        $0.head = MigrationHistory(migrations: [.shop("3"), .shop("4")])
        $0.delta = HistoryDelta(added: ["3", "4"], removed: ["1", "2"])
      }
    }
    #expect(evidence([]).findings(of: "squashed").map(\.migration) == ["3"])
    #expect(evidence([]).findings(of: "migration-removed") == [])
    let differing = evidence(changes(SchemaTable.orders, SchemaTable.ordersWithoutTotal))
    #expect(differing.findings(of: "squashed") == [])
    #expect(differing.findings(of: "migration-removed").count == 2)
  }

  @Test("a squash that gives the same schema stands for the removals; another one is an error")
  func squash() {
    let delta = HistoryDelta(added: ["3"], removed: ["1", "2"])
    func evidence(_ changes: [SchemaChange]?) -> Evidence {
      Evidence.shop(rehearsal: .shop(freshChanges: changes)).with { $0.delta = delta }
    }
    let proved = evidence([])
    #expect(proved.findings(of: "squashed").map(\.severity) == [.notice])
    #expect(proved.findings(of: "squashed").first?.message.contains("2 migrations are squashed") == true)
    #expect(proved.findings(of: "migration-removed") == [])
    let differing = evidence(changes(SchemaTable.orders, SchemaTable.ordersWithoutTotal))
    #expect(differing.findings(of: "squashed").map(\.severity) == [.error])
    #expect(differing.findings(of: "migration-removed").count == 2)
    #expect(evidence(nil).findings(of: "squashed") == [])
  }

  @Test("paths-diverge names the migration that causes it, or those that may")
  func cause() {
    let differing = changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)
    let one = Evidence.shop(rehearsal: .shop(divergence: differing)).with { $0.delta = HistoryDelta(edited: ["2"]) }
    #expect(one.findings(of: "paths-diverge").map(\.migration) == ["2"])
    #expect(one.findings(of: "paths-diverge").first?.remedy.contains("Restore") == true)
    let late = one.with {
      $0.delta = HistoryDelta(added: ["3"])
      $0.plan = ToolPlan(steps: [], skipped: ["3"])
    }
    #expect(late.findings(of: "paths-diverge").first?.remedy.contains("a version above base's newest") == true)
    let two = one.with { $0.delta = HistoryDelta(edited: ["1", "2"]) }
    #expect(two.findings(of: "paths-diverge").map(\.migration) == [nil])
    #expect(two.findings(of: "paths-diverge").first?.message.contains("may come from") == true)
    let seen = SuspectChanges(upgraded: ["1": [], "2": []], fresh: ["1": [], "2": differing])
    let told = two.with { $0.rehearsal = .shop(divergence: differing, suspectChanges: seen) }
    #expect(told.findings(of: "paths-diverge").map(\.migration) == ["2"])
  }
}
