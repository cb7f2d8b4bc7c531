import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("what a branch changes in a history")
struct DeltaTests {
  private let base = ["m/1_a.up.sql": "A", "m/1_a.down.sql": "-A", "m/2_b.up.sql": "B", "m/3_c.up.sql": "C"]

  private func delta(_ change: (inout [String: String]) -> Void) -> HistoryDelta {
    let (tool, target) = (GolangMigrateTool(), TargetDefinition.test("golang-migrate"))
    var head = base
    change(&head)
    return MigrationTools.delta(
      from: tool.history(of: target, in: FileTree(texts: base)),
      to: tool.history(of: target, in: FileTree(texts: head)))
  }

  @Test("nothing, where nothing changed")
  func nothing() { #expect(delta { _ in }.isEmpty) }

  @Test("an added and a removed file")
  func addedAndRemoved() {
    let delta = delta {
      $0["m/4_d.up.sql"] = "D"
      $0["m/2_b.up.sql"] = nil
    }
    #expect(delta == HistoryDelta(added: ["4"], removed: ["2"]))
  }

  @Test("an edited up file, and apart from it an edited down file")
  func edited() {
    #expect(delta { $0["m/2_b.up.sql"] = "B2" } == HistoryDelta(edited: ["2"]))
    #expect(delta { $0["m/1_a.down.sql"] = "-A2" } == HistoryDelta(downEdited: ["1"]))
    #expect(delta { $0["m/1_a.down.sql"] = nil } == HistoryDelta(downEdited: ["1"]))
  }

  @Test("the same content under another version or another name")
  func renamed() {
    let renumbered = delta {
      $0["m/3_c.up.sql"] = nil
      $0["m/5_c.up.sql"] = "C"
    }
    #expect(renumbered.renamed == [.init(from: "3", to: "5", fromPath: "m/3_c.up.sql", toPath: "m/5_c.up.sql")])
    #expect(renumbered.added.isEmpty && renumbered.removed.isEmpty)
    let moved = delta {
      $0["m/3_c.up.sql"] = nil
      $0["m/3_better.up.sql"] = "C"
    }
    #expect(
      moved == HistoryDelta(renamed: [.init(from: "3", to: "3", fromPath: "m/3_c.up.sql", toPath: "m/3_better.up.sql")])
    )
  }

  @Test("a second file of a version doesn't make the first one edited")
  func duplicate() {
    #expect(delta { $0["m/3_a_rival.up.sql"] = "other" }.isEmpty)
  }

  @Test("only the changed part of a file that holds both directions")
  func sections() {
    let (tool, target) = (DbmateTool(), TargetDefinition.test("dbmate"))
    let read = { (down: String) in
      let text = "-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\n\(down)\n"
      return tool.history(of: target, in: FileTree(texts: ["m/1_a.sql": text]))
    }
    let delta = MigrationTools.delta(from: read("DROP TABLE a;"), to: read("DROP TABLE IF EXISTS a;"))
    #expect(delta == HistoryDelta(downEdited: ["1"]))
  }
}
