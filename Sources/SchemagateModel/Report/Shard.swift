/// One of several parts into which a check was divided, for jobs that run side by side.
package struct Shard: Hashable, Sendable, Codable {
  /// From 1 to `count`.
  package let index: Int
  package let count: Int

  /// `nil` where there is no such part.
  package init?(index: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Another job's report may say anything.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let (index, count) = (try fields.decode(Int.self, forKey: .index), try fields.decode(Int.self, forKey: .count))
    guard let shard = Shard(index: index, of: count) else {
      throw DecodingError.dataCorruptedError(forKey: .index, in: fields, debugDescription: "there is no such part")
    }
    self = shard
  }

  /// Reads `2/3`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    self.init(index: numbers[0], of: numbers[1])
  }

  /// No CI system runs more jobs for one check.
  package static let most = 1000

  package var text: String { "\(index)/\(count)" }
}

/// What must be done for one target, as far as files tell it.
package struct ShardLoad: Hashable, Sendable {
  /// Targets of one group are compared with each other, and stay together.
  package let group: String
  /// How much work there is; a larger number takes longer.
  package let weight: Int

  package init(group: String, weight: Int) {
    self.group = group
    self.weight = weight
  }
}

extension Shard {
  /// The part of each group: the heaviest first, each to the part that has the least so far. The order in which the loads
  /// are given doesn't matter.
  package static func parts(of loads: [ShardLoad], count: Int) -> [String: Int] {
    let groups = Dictionary(loads.map { ($0.group, $0.weight) }, uniquingKeysWith: +)
    let ordered = groups.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var sums = Array(repeating: 0, count: max(1, count))
    var parts: [String: Int] = [:]
    for (group, weight) in ordered {
      let lightest = sums.indices.min { (sums[$0], $0) < (sums[$1], $1) } ?? 0
      sums[lightest] += max(1, weight)
      parts[group] = lightest + 1
    }
    return parts
  }
}

/// Which part of a check a report is about, and what the other parts are to bring.
package struct ShardReport: Hashable, Sendable, Codable {
  package let part: Shard
  /// All targets of the check, in the configuration's order.
  package let targets: [String]
  /// Those that the other parts check.
  package let elsewhere: [String]

  package init(part: Shard, targets: [String], elsewhere: [String]) {
    self.part = part
    self.targets = targets
    self.elsewhere = elsewhere
  }

  /// The line that says so to readers.
  package var note: String {
    let names = elsewhere.prefix(Self.mostNames).joined(separator: ", ")
    let more = elsewhere.count > Self.mostNames ? " and \(elsewhere.count - Self.mostNames) more" : ""
    let others = elsewhere.isEmpty ? "" : "; not checked here, but in other parts: \(names)\(more)"
    return "this is part \(part.text) of the check\(others)"
  }

  private static let mostNames = 20
}
