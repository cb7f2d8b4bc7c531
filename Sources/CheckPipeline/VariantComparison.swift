import SchemaDiffing
import SchemagateModel

/// A target's report, with what it was written from where its rehearsal came to an end.
struct CheckedTarget: Sendable {
  var report: TargetReport
  var rehearsal: Rehearsal?
  var declared: DeclaredComparison?
}

/// Compares the engines on which one target stands, once all of them were rehearsed.
struct VariantComparison {
  let request: CheckRequest
  let sources: [TargetSource]

  /// The same reports; that of a target's second engine, and of each later one, says how its schema differs from the
  /// first's.
  func compared(_ checked: [Int: CheckedTarget]) -> [Int: CheckedTarget] {
    var checked = checked
    for index in checked.keys.sorted() {
      guard case .check(let target) = sources[index], let first = first(of: index), first != index else { continue }
      guard let own = checked[index]?.rehearsal, let other = checked[first]?.rehearsal, own.headSchema != nil,
        other.headSchema != nil
      else {
        checked[index]?.report.notChecked.append(Self.uncompared(with: request.targets[first].engine))
        continue
      }
      let differences = Self.differences(other, own)
      guard !differences.isEmpty else { continue }
      checked[index]?.judge(by: TargetJudge(request: request, target: target), differences)
    }
    return checked
  }

  /// The place of the same target's first engine.
  private func first(of index: Int) -> Int? {
    let target = request.targets[index]
    guard target.plainName != target.name else { return nil }
    return request.targets.firstIndex { $0.plainName == target.plainName && $0.plainName != $0.name }
  }

  private static func uncompared(with engine: EngineKind) -> NotChecked {
    NotChecked(
      what: "How the schema differs from the one on \(engine.title)", why: "not both were rehearsed to their end")
  }

  private static func differences(_ first: Rehearsal, _ second: Rehearsal) -> [EngineDifference] {
    func lines(_ one: Schema?, _ other: Schema?) -> [String] {
      guard let one, let other else { return [] }
      return EngineDiff.differences(one, first.defaultSchemas, other, second.defaultSchemas)
    }
    let known = Set(lines(first.baseSchema, second.baseSchema))
    return lines(first.headSchema, second.headSchema).map { words in
      EngineDifference(words: words, existing: known.contains(words))
    }
  }
}

extension CheckedTarget {
  /// Judges once more, with what nobody knew before the other engine was done.
  fileprivate mutating func judge(by judge: TargetJudge, _ differences: [EngineDifference]) {
    guard var rehearsal else { return }
    rehearsal.engineDifferences = differences
    self.rehearsal = rehearsal
    var again = judge.report(rehearsal: rehearsal, declared: declared)
    again.timings = report.timings
    again.engine = report.engine
    again.errors = report.errors
    report = again
  }
}
