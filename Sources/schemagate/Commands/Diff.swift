import ArgumentParser
import CheckPipeline
import Foundation
import Reporting
import SchemagateModel

/// Compares two schemas.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares two schemas: of living databases, files of SQL, folders of migrations, or revisions.",
    discussion: """
      FROM and TO are each a database (postgresql://HOST/NAME, sqlite:FILE), a file of SQL (a dump too), a folder of \
      migrations, or a revision (main, or main:TARGET). Databases are only read; files, folders and revisions are built \
      in throwaway databases. Exit status: 0 same, 1 different, 2 wrong usage, 3 something could not be compared.
      """)

  @Argument(help: "Where to begin.")
  var from: String

  @Argument(help: "Where to end.")
  var to: String

  @Option(help: ArgumentHelp("The engine, where it can't be told.", valueName: "engine"))
  var engine: EngineKind?

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Option(help: ArgumentHelp("The repository of revisions; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @Option(
    help: ArgumentHelp(
      "How to write the differences, and where: text, markdown or json, or FORMAT=FILE.", valueName: "format"))
  var format: [OutputFormat] = []

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let writer = try ComparisonOutput(formats: format, options: output)
    let environment = ProcessInfo.processInfo.environment
    let reader = SourceReader(repo: repo, engine: engine, environment: environment)
    let (pair, assumptions) = try reader.pair(from: from, to: to)
    for assumption in assumptions { output.note(assumption) }
    let comparison = try await output.withEvents { events in
      try await SchemaComparison(
        from: pair.from, to: pair.to, server: server.map { .url($0) }, engines: Engines.all(environment: environment),
        events: events
      ).run()
    }
    output.note(comparison.provided)
    let report = ComparisonReport(
      from: pair.from.name, to: pair.to.name, changes: comparison.changes,
      access: comparison.access, notCompared: comparison.notCompared)
    try writer.write(
      json: report.json, markdown: report.markdown, text: { report.text(color: $0) })
    guard report.changes.isEmpty else { throw ExitStatus.failed }
    guard report.notCompared.isEmpty else { throw ExitStatus.unknown }
  }
}

extension EngineKind: ExpressibleByArgument {}
