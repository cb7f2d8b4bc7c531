import SchemagateModel
import ToolPrograms

extension PathRunner {
  /// Runs steps by the one call that carries out all of them, as the tool is used in production.
  func walk(_ steps: [Step], by call: ProgramCall) async throws -> Walk {
    guard !steps.isEmpty else { return Walk() }
    let carried = try await runner.carryOut(call, steps: steps.count)
    var walk = Walk()
    guard case .rejected = carried.run.outcome else {
      try carried.confirm(steps.map(\.migration), of: call)
      for step in steps { walk.add(step, carried.run.share(of: steps), changes: []) }
      return walk
    }
    let failed = steps.failed(in: carried)
    // In one transaction nothing is left of those before it.
    let applied = steps.spanOneTransaction ? [] : steps[..<failed]
    var share = carried.run.share(of: steps)
    share.outcome = .applied
    for step in applied { walk.add(step, share, changes: []) }
    walk.add(steps[failed], carried.run, changes: [])
    return walk
  }
}

extension StepRunner.Run {
  /// Nobody knows how long each step took: each gets the same part.
  fileprivate func share(of steps: [Step]) -> StepRunner.Run {
    var run = self
    run.elapsed = elapsed / max(steps.count, 1)
    return run
  }
}

extension [Step] {
  /// The step at which a common call failed: the one that the program named last, else the one whose key or file its
  /// output mentions last, else the first.
  fileprivate func failed(in carried: StepRunner.Carried) -> Int {
    if let last = carried.told?.last, let index = firstIndex(where: { $0.migration == last }) { return index }
    let mentions = indices.compactMap { index in
      self[index].lastMention(in: carried.output).map { (index, $0) }
    }
    return mentions.max { $0.1 < $1.1 }?.0 ?? startIndex
  }
}

extension Step {
  fileprivate func lastMention(in output: String) -> String.Index? {
    [script.path, migration.rawValue].filter { !$0.isEmpty }
      .compactMap { output.ranges(of: $0).last?.lowerBound }.max()
  }
}
