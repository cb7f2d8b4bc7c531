import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import MigrationTools

@Suite(
  "Alembic's order, beside Alembic's own",
  .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
struct AlembicOrderTests {
  /// What one graph gives: by Alembic, or by us.
  struct Answer: Codable, Equatable {
    var heads: [String]
    var tips: [String]
    var order: [String]
    /// What is run where the first half of `order` is applied.
    var rest: [String]
    /// What the downgrade of each revision takes back, where everything up to it in `order` is applied.
    var downs: [[String]]
  }

  struct Question: Codable {
    let nodes: [Node]
    /// The tips of the first half, by our own reckoning.
    let half: [String]
    /// For each revision of the order: the tips of what is applied, and the target of the downgrade.
    let downs: [Down]

    struct Node: Codable {
      let id: String
      let parents: [String]
      let dependencies: [String]
    }

    struct Down: Codable {
      let applied: [String]
      let target: String
    }
  }

  @Test("agrees with Alembic on branches, merge points and dependencies")
  func randomGraphs() throws {
    var noise = Noise(state: 7)
    let graphs = (0..<150).map { _ in RandomGraph.nodes(&noise) } + [RandomGraph.line]
    let answers = try alembic(graphs.map(question))
    for (nodes, theirs) in zip(graphs, answers) { #expect(answer(nodes) == theirs, "\(nodes)") }
    #expect(answers.count == graphs.count)
  }

  private func question(_ nodes: [AlembicGraph.Node]) -> Question {
    let graph = AlembicGraph(nodes)
    let order = graph.runOrder
    let downs = order.indices.map { index in
      let parent = graph.nearestParent(of: order[index])?.rawValue ?? "base"
      return Question.Down(
        applied: part(nodes, Array(order[...index])).tips.map(\.rawValue), target: "\(order[index])@\(parent)")
    }
    return Question(
      nodes: nodes.map {
        .init(id: $0.id.rawValue, parents: $0.parents.map(\.rawValue), dependencies: $0.dependencies.map(\.rawValue))
      }, half: part(nodes, Array(order.prefix(order.count / 2))).tips.map(\.rawValue), downs: downs)
  }

  private func answer(_ nodes: [AlembicGraph.Node]) -> Answer {
    let graph = AlembicGraph(nodes)
    let order = graph.runOrder
    let done = graph.upTo(part(nodes, Array(order.prefix(order.count / 2))).tips)
    let rest = graph.runOrder(of: graph.upTo(graph.tips).subtracting(done), tips: graph.tips)
    return Answer(
      heads: graph.heads.map(\.rawValue), tips: graph.tips.map(\.rawValue), order: order.map(\.rawValue),
      rest: rest.map(\.rawValue), downs: order.map { [$0.rawValue] })
  }

  private func part(_ nodes: [AlembicGraph.Node], _ ids: [MigrationID]) -> AlembicGraph {
    AlembicGraph(nodes.filter { ids.contains($0.id) })
  }

  private func alembic(_ questions: [Question]) throws -> [Answer] {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: TestTools.path(of: "python3"))
    process.arguments = ["-c", Self.script]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(questions))
    try input.fileHandleForWriting.close()
    let answers = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([Answer].self, from: answers)
  }

  private static let script = """
    import json, sys
    from alembic.script.revision import Revision, RevisionMap

    def names(walk):
        return [revision.revision for revision in walk]

    def answer(question):
        nodes = question["nodes"]
        graph = RevisionMap(lambda: [
            Revision(n["id"], tuple(n["parents"]) or None, tuple(n["dependencies"]) or None) for n in nodes])
        up = lambda applied: names(reversed(list(
            graph.iterate_revisions("heads", tuple(applied), implicit_base=True))))
        down = lambda d: names(
            graph.iterate_revisions(tuple(d["applied"]), d["target"], select_for_downgrade=True))
        return {"heads": graph.heads, "tips": graph._real_heads, "order": up(()), "rest": up(question["half"]),
                "downs": [down(d) for d in question["downs"]]}

    json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
    """
}

/// Graphs as teams make them: mostly lines, some branches, merges, dependencies and second bases.
private enum RandomGraph {
  static func nodes(_ noise: inout Noise) -> [AlembicGraph.Node] {
    var nodes: [AlembicGraph.Node] = []
    for index in 0..<(2 + noise.below(14)) {
      var parents = index == 0 || noise.below(8) == 0 ? [] : [nodes[index - 1 - noise.below(min(index, 3))].id]
      if index > 3, noise.below(4) == 0 { parents = merged(nodes, &noise) }
      let related = AlembicGraph(nodes).upTo(parents)
      let free = nodes.map(\.id).filter { !related.contains($0) }
      let dependencies = noise.below(4) == 0 ? free.isEmpty ? [] : [free[noise.below(free.count)]] : []
      nodes.append(.init(id: MigrationID("r\(index)"), parents: parents, dependencies: dependencies))
    }
    return nodes.sorted { noise.order($0.id) < noise.order($1.id) }
  }

  /// The way of a real merge point: heads, each of them once.
  private static func merged(_ nodes: [AlembicGraph.Node], _ noise: inout Noise) -> [MigrationID] {
    let heads = AlembicGraph(nodes).heads
    return Array(heads.prefix(2 + noise.below(2)))
  }

  static let line = (0..<60).map { index in
    AlembicGraph.Node(
      id: MigrationID("r\(index)"), parents: index == 0 ? [] : [MigrationID("r\(index - 1)")], dependencies: [])
  }
}

/// The same numbers in every run.
private struct Noise {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }

  /// A shuffled place for a name, the same each time it is asked.
  func order(_ id: MigrationID) -> Int {
    var own = Noise(state: state &+ UInt64(id.rawValue.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }))
    _ = own.below(7)
    return own.below(1 << 20)
  }
}
