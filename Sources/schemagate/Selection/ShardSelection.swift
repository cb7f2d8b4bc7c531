import CheckPipeline
import GitSource
import SchemagateModel

/// The part of a check that one of several jobs makes.
struct ShardSelection {
  let report: ShardReport
  let request: CheckRequest

  /// Every job finds the same parts, since they follow from the commits alone. What is unchanged is the first one's.
  init(shard: Shard, of whole: CheckRequest, in repository: GitRepository) throws {
    let plans = try CheckPipeline(request: whole, engines: []).plan(in: repository)
    let parts = Shard.parts(of: plans.filter(\.isChanged).map(\.load), count: shard.count)
    let own = plans.filter { plan in
      plan.isChanged ? parts[plan.target.plainName] == shard.index : shard.index == 1
    }
    let names = Set(own.map(\.target.name))
    let all = whole.targets.map(\.name)
    report = ShardReport(part: shard, targets: all, elsewhere: all.filter { !names.contains($0) })
    var request = whole
    request.targets = own.map(\.target)
    request.notes.append(report.note)
    self.request = request
  }
}
