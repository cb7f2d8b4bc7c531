import ArgumentParser
import CheckPipeline
import Foundation
import GitSource
import Reporting
import SchemagateModel

/// The main job.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the migrations that head changes against base, in throwaway databases.")

  @OptionGroup var repository: RepositoryOptions

  @Flag(help: "Take base as empty: every migration is pending, the whole chain runs down and up again.")
  var all = false

  @Flag(help: "Only the rules that need no database; no program of the branch is run.")
  var historyOnly = false

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Flag(help: "Accept other databases that aren't empty on the given server, for administrators' migrations.")
  var sharedServer = false

  @Option(
    help: ArgumentHelp(
      "How to write the report, and where: FORMAT or FORMAT=FILE; may be repeated.", valueName: "format"))
  var format: [OutputFormat] = []

  @Option(help: "Which findings fail the check.")
  var failOn: FailureThreshold = .error

  @Option(
    help: ArgumentHelp(
      "Check only this part of the changed targets, for jobs that run side by side: 2/3 is the second of three.",
      valueName: "i/n"),
    transform: Shard.init(option:))
  var shard: Shard?

  @Flag(help: "Judge what base already has, too.")
  var allFindings = false

  @Flag(help: "Keep the scratch databases of a failed target, at the step before the failure.")
  var keep = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if all, repository.base != nil { throw ValidationError("--all takes base as empty: leave out --base") }
    if repository.worktree, repository.head != nil {
      throw ValidationError("--worktree takes the uncommitted files as head: leave out --head")
    }
    try OutputFile.requireApart(format)
  }

  func run() async throws {
    let writer = ReportOutput(formats: format, options: output)
    let report: Report
    do {
      guard let checked = try await output.withEvents({ try await gate($0).run() }) else {
        throw SelectionError.noTarget(notes: [])
      }
      report = checked
    } catch let error as CancellationError {
      throw error
    } catch {
      let reported = error as? any ReportedError ?? Defect(detail: "\(error)")
      try writer.write(.unknown(reported, command: command, key: key.text))
      if writer.isReadWithErrors { throw ExitStatus(rawValue: reported.exitStatus) }
      throw error
    }
    try writer.write(report)
    let status = report.exitStatus(failOn: failOn)
    guard status == .passed else { throw status }
  }

  private func gate(_ events: CheckEvents) -> GateRun {
    GateRun(
      options: repository, base: repository.baseChoice(all: all), head: repository.head, server: server,
      historyOnly: historyOnly, keep: keep, sharedServer: sharedServer, allFindings: allFindings, shard: shard,
      command: command,
      events: events, environment: ProcessInfo.processInfo.environment)
  }

  /// Known even where the check comes to no target, so that its report replaces the right comment.
  private var key: ConfigurationKey {
    let opened = try? GitRepository(at: repository.repo, environment: ProcessInfo.processInfo.environment)
    return ConfigurationKey(config: repository.config, root: opened?.path ?? repository.repo)
  }

  /// The command that repeats this check elsewhere: without the flags that only concern its output.
  private var command: String {
    var words = ["schemagate", "check"]
    if all { words.append("--all") }
    if let base = repository.base { words += ["--base", base] }
    if let head = repository.head { words += ["--head", head] }
    if repository.worktree { words.append("--worktree") }
    if let config = repository.config { words += ["--config", config] }
    for target in repository.target { words += ["--target", target] }
    if historyOnly { words.append("--history-only") }
    if allFindings { words.append("--all-findings") }
    return words.map(ShellText.word).joined(separator: " ")
  }
}

extension Shard {
  /// The value of `--shard`.
  fileprivate init(option text: String) throws {
    guard let shard = Shard(text) else {
      throw ValidationError("takes I/N with I from 1 to N and N up to \(Self.most), for example 2/3; found '\(text)'")
    }
    self = shard
  }
}
