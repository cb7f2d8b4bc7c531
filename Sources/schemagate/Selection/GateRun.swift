import CheckPipeline
import Checking
import EngineInterface
import Foundation
import GitSource
import MigrationTools
import SchemagateModel

/// One check from flags and environment to a report: everything that `check`, `expect` and the hook share.
struct GateRun {
  /// How base is chosen.
  enum Base: Hashable {
    /// Base is empty: every migration is pending.
    case empty
    case named(String, why: String)
    case automatic
  }

  var options: RepositoryOptions
  var base: Base
  var head: String?
  var server: String?
  var historyOnly = false
  var keep = false
  var sharedServer = false
  var allFindings = false
  /// Only this part of the targets that changed.
  var shard: Shard?
  /// The command that repeats this check.
  var command: String
  var events = CheckEvents()
  var engines: @Sendable ([String: String]) -> [any DatabaseEngine] = Engines.all
  let environment: [String: String]

  /// The report; `nil` where the repository has no target.
  func run() async throws -> Report? {
    guard let (repository, whole) = try selected() else { return nil }
    let part = try shard.map { try ShardSelection(shard: $0, of: whole, in: repository) }
    let request = part?.request ?? whole
    let pipeline = CheckPipeline(request: request, engines: engines(environment), events: events)
    var report = try await pipeline.run(in: repository)
    report.shard = part?.report
    return report
  }

  /// What a check would have to do; `nil` where the repository has no target. Only Git is read.
  func plan(shards: Int?) throws -> PlanReport? {
    guard let (repository, request) = try selected() else { return nil }
    let plans = try CheckPipeline(request: request, engines: []).plan(in: repository)
    return PlanReport(plans, revisions: request.revisions, notes: request.notes, shards: shards)
  }

  private func selected() throws -> (GitRepository, CheckRequest)? {
    let repository = try GitRepository(at: options.repo, environment: environment)
    let files = ConfigurationFiles(options: options, environment: environment, repository: repository)
    let revisions = try RevisionSelection(run: self, repository: repository, files: files).revisions()
    let selection = try TargetSelection(run: self, repository: repository, files: files, revisions: revisions).select()
    let key = ConfigurationKey(config: options.config, root: repository.path)
    return selection.map { (repository, request($0, revisions, key)) }
  }

  /// The targets at head, whatever changed.
  func targets() throws -> [TargetDefinition] {
    let repository = try GitRepository(at: options.repo, environment: environment)
    let files = ConfigurationFiles(options: options, environment: environment, repository: repository)
    let revisions = try RevisionSelection(run: self, repository: repository, files: files).revisions()
    return try TargetSelection(run: self, repository: repository, files: files, revisions: revisions).select()?.targets
      ?? []
  }

  private func request(
    _ selection: TargetSelection.Selection, _ revisions: Revisions, _ key: ConfigurationKey
  ) -> CheckRequest {
    CheckRequest(
      generator: .init(name: Program.name, version: Program.version), revisions: revisions, targets: selection.targets,
      baseFolders: selection.baseFolders,
      policy: CheckPolicy(
        rules: selection.policy.rules, waivers: selection.policy.allow, changes: selection.policy.differences,
        allFindings: allFindings),
      notYetChecked: selection.notYetChecked, command: command, key: key.text, notes: selection.notes,
      stepLimit: selection.policy.budget.migration.map { .milliseconds(Int($0 * 1000)) } ?? .seconds(30),
      totalLimit: selection.policy.budget.total.map { .milliseconds(Int($0 * 1000)) },
      historyOnly: historyOnly, keep: keep, sharedServer: sharedServer, environment: environment)
  }
}
