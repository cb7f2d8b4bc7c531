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
      FROM and TO are each a database (postgresql://…, sqlite:FILE), a file of SQL (a dump too), a folder of migrations, \
      or a revision (main, or main:TARGET). Databases are only read; files, folders and revisions are built in throwaway \
      databases. Exit status: 0 same, 1 different, 2 wrong usage, 3 something could not be compared.
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
    if let other = format.first(where: { !ComparisonOutput.formats.contains($0.name) }) {
      throw SourceError.format(other.name)
    }
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
    tell(comparison.provided)
    let report = ComparisonReport(
      from: pair.from.name, to: pair.to.name, changes: comparison.changes,
      access: comparison.access, notCompared: comparison.notCompared)
    try ComparisonOutput(formats: format, options: output).write(report)
    guard report.changes.isEmpty else { throw ExitStatus.failed }
    guard report.notCompared.isEmpty else { throw ExitStatus.unknown }
  }

  private func tell(_ provided: [MissingPiece]) {
    for piece in provided {
      output.note("the scratch database was provided with the \(piece.kind.rawValue) \(piece.name)")
    }
  }
}

extension EngineKind: ExpressibleByArgument {}

/// Writes a comparison in every format that was asked for; to standard output as text where none was.
private struct ComparisonOutput {
  static let formats: Set<String> = ["text", "markdown", "json"]

  let formats: [OutputFormat]
  let options: OutputOptions

  func write(_ report: ComparisonReport) throws {
    for format in formats.isEmpty ? [OutputFormat(name: "text")] : formats {
      try OutputFile.put(try text(report, format), to: format.file)
    }
  }

  private func text(_ report: ComparisonReport, _ format: OutputFormat) throws -> String {
    switch format.name {
    case "json": try report.json()
    case "markdown": report.markdown()
    default: report.text(color: format.file == nil && options.color)
    }
  }
}
