import Foundation
import SchemagateModel
import Testing

@Suite("parts of a check")
struct ShardTests {
  @Test(
    "are written I/N, from 1 to N",
    arguments: [
      ("1/1", true), ("2/3", true), ("3/3", true), ("0/3", false), ("4/3", false), ("1/0", false), ("-1/3", false),
      ("+1/3", false), ("1", false), ("1/2/3", false), ("a/b", false), ("", false), ("1/1001", false), ("/2", false),
    ])
  func text(text: String, isPart: Bool) {
    #expect((Shard(text)?.text == text) == isPart)
    #expect((Shard(text) != nil) == isPart)
  }

  @Test("hold every target once, whatever order they come in, and much the same work")
  func balanced() {
    let loads = (0..<40).map { ShardLoad(group: "t\($0)", weight: ($0 * 37) % 101) }
    let parts = Shard.parts(of: loads, count: 7)
    #expect(parts == Shard.parts(of: loads.reversed(), count: 7))
    #expect(Set(parts.keys) == Set(loads.map(\.group)))
    let sums = Dictionary(grouping: loads) { parts[$0.group] }.mapValues { $0.map(\.weight).reduce(0, +) }
    #expect(Set(sums.keys) == Set(1...7))
    #expect((sums.values.max() ?? 0) - (sums.values.min() ?? 0) <= 100)
  }

  @Test("are only read from a report where there are such parts")
  func decoded() throws {
    func part(_ index: Int, _ count: Int) throws -> Shard {
      try JSONDecoder().decode(Shard.self, from: Data(#"{"index": \#(index), "count": \#(count)}"#.utf8))
    }
    #expect(try part(2, 3) == Shard("2/3"))
    for (index, count) in [(1, 0), (0, 0), (4, 3), (1, .max), (-1, -1)] {
      #expect(throws: DecodingError.self) { try part(index, count) }
    }
  }

  @Test("keep the engines of one target together, and may be empty")
  func groups() {
    let loads = [("shop", 5), ("shop", 5), ("audit", 1)].map { ShardLoad(group: $0.0, weight: $0.1) }
    #expect(Shard.parts(of: loads, count: 3) == ["shop": 1, "audit": 2])
  }
}
