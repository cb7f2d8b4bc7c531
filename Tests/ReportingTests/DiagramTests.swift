import SchemagateModel
import Testing

@testable import Reporting

@Suite("The page's diagram")
struct DiagramTests {
  private let tables = Sample.manyTables.targets[0].tables

  @Test("draws the changed tables first, and says how many it leaves out")
  func limit() {
    let selection = DiagramSelection(tables)
    #expect(selection.tables.count == DiagramSelection.most)
    #expect(selection.tables.allSatisfy { $0.change == .altered })
    #expect([selection.changedLeftOut, selection.neighboursLeftOut] == [16, 60])
    let text = DiagramFigure(tables: tables, anchor: "t1").html.source
    #expect(text.contains("Left out of the picture: 16 changed tables and 60 neighbours."))
  }

  @Test("takes the neighbours that the changed tables are joined to before others")
  func neighbours() {
    let changed = TableReport(
      name: "a", change: .altered,
      references: [.init(columns: ["z"], table: "z", isOptional: false, isUnique: false, change: .none)])
    let far = (1...40).map { TableReport(name: "far\($0)", change: .none) }
    let selection = DiagramSelection([changed] + far + [TableReport(name: "z", change: .none)])
    #expect(selection.tables.contains { $0.name == "z" })
    #expect(selection.neighboursLeftOut == 41 - 23)
  }

  @Test("lets no box lie on another one, and all on the sheet", arguments: [24, 100])
  func apart(count: Int) throws {
    let sheet = DiagramSheet(Array(tables.prefix(count)))
    let boxes = try sheet.graph.boxes.indices.map { index -> (x: Int, y: Int, right: Int, bottom: Int) in
      let place = try #require(sheet.layouts.lazy.compactMap { $0.places[index] }.first)
      let box = sheet.graph.boxes[index]
      return (place.x, place.y, place.x + box.width, place.y + box.height)
    }
    #expect(boxes.count == count)
    for (index, one) in boxes.enumerated() {
      #expect(one.x >= 0 && one.y >= 0 && one.right <= sheet.width && one.bottom <= sheet.height)
      for other in boxes.dropFirst(index + 1) {
        #expect(one.right < other.x || other.right < one.x || one.bottom < other.y || other.bottom < one.y)
      }
    }
  }

  @Test("puts who refers to the right of what it refers to, and comes to an end where they refer in a circle")
  func layers() {
    func table(_ name: String, _ parents: String...) -> TableReport {
      TableReport(
        name: name, change: .altered,
        references: parents.map {
          .init(columns: ["\($0)_id"], table: $0, isOptional: false, isUnique: false, change: .none)
        })
    }
    #expect(DiagramGraph([table("items", "orders"), table("orders", "users"), table("users")]).layers == [2, 1, 0])
    #expect(DiagramGraph([table("a", "b"), table("b", "a"), table("c", "c")]).layers == [1, 0, 0])
    #expect(
      DiagramGraph([table("late"), table("x", "y", "late"), table("y", "z"), table("z")]).layers == [1, 2, 1, 0])
  }

  @Test("marks what happened by a sign beside the colour")
  func signs() {
    let text = DiagramFigure(tables: Sample.shopTables, anchor: "t1").html.source
    for sign in ["+", "−", "~"] { #expect(text.contains(">\(sign)</text>")) }
    #expect(text.contains("<title>public.orders (user_id) → public.users (added)</title>"))
    #expect(DiagramFigure(tables: Sample.shopTables.filter { $0.change == .none }, anchor: "t1").html.isEmpty)
  }
}
