import ArgumentParser
import CheckPipeline
import EngineInterface
import Foundation
import Reporting
import SchemagateModel

/// Compares environments with what base's migrations give.
struct Drift: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares what base's migrations give with what environments hold.",
    discussion: """
      Environments are those that `environments:` names in base's configuration: living databases, which are only read, \
      and committed snapshots. An environment that is behind base is compared with what it has applied. \
      Exit status: 0 no drift, 1 drift, 2 wrong usage, 3 something could not be compared.
      """)

  @Argument(help: "The environments; all of them if not given.")
  var environment: [String] = []

  @Option(help: ArgumentHelp("Only this target; may be repeated.", valueName: "name"))
  var target: [String] = []

  @Option(help: ArgumentHelp("The revision whose migrations and configuration count.", valueName: "revision"))
  var base: String?

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @Option(help: ArgumentHelp("A configuration file that wins over the repository's own.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "How to write the differences, and where: text, markdown or json, or FORMAT=FILE.", valueName: "format"))
  var format: [OutputFormat] = []

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let writer = try ComparisonOutput(formats: format, options: output)
    let variables = ProcessInfo.processInfo.environment
    let selection = try DriftSelection(options: options, names: environment, environment: variables).select()
    output.note("compared with \(selection.base.name)\(selection.base.why.map { " (\($0))" } ?? "")")
    let found = try await output.withEvents { events in
      try await drifts(of: selection, engines: Engines.all(environment: variables), events)
    }
    for drift in found { if case .compared(let comparison, _) = drift.outcome { output.note(comparison.provided) } }
    let report = DriftReport(
      base: selection.base.name,
      environments: zip(
        selection.subjects.flatMap { subject in subject.environments.map { _ in subject.target } }, found
      )
      .map { DriftReport.Environment($1, of: $0, base: selection.base.name) })
    try writer.write(json: report.json, markdown: report.markdown, text: { report.text(color: $0) })
    let outcomes = report.environments.map(\.outcome)
    guard !outcomes.contains(.unknown) else { throw ExitStatus.unknown }
    guard !outcomes.contains(.drift) else { throw ExitStatus.failed }
  }

  private var options: RepositoryOptions {
    get throws {
      var options = try RepositoryOptions.parse(["--repo=\(repo)"])
      options.base = base
      options.config = config
      options.target = target
      return options
    }
  }

  private func drifts(
    of selection: DriftSelection.Selection, engines: [any DatabaseEngine], _ events: CheckEvents
  ) async throws -> [EnvironmentDrift] {
    var drifts: [EnvironmentDrift] = []
    for subject in selection.subjects {
      drifts += try await DriftCheck(
        base: subject.base, environments: subject.environments, server: server.map { .url($0) }, engines: engines,
        events: events
      ).run()
    }
    return drifts
  }
}

extension DriftReport.Environment {
  fileprivate init(_ drift: EnvironmentDrift, of target: String, base: String) {
    switch drift.outcome {
    case .failed(let error):
      self.init(target: target, name: drift.environment.name, outcome: .unknown, error: error)
    case .compared(let comparison, let difference):
      let behind = difference.pending.isEmpty ? base : "\(base) as far as it is applied there"
      let report = ComparisonReport(
        from: behind, to: drift.environment.title, changes: comparison.changes, access: comparison.access,
        notCompared: comparison.notCompared)
      let isSame = comparison.changes.isEmpty && !difference.isDrift
      self.init(
        target: target, name: drift.environment.name,
        outcome: !isSame ? .drift : comparison.notCompared.isEmpty ? .same : .unknown, comparison: report,
        migrations: DriftReport.Migrations(
          applied: difference.applied, pending: difference.pending, unknown: difference.unknown,
          skipped: difference.skipped, refusal: difference.refusal, why: difference.why))
    }
  }
}
