import ArgumentParser
import CheckPipeline
import Foundation
import SchemagateModel

/// Writes a schema down.
struct TakeSnapshot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Writes a schema as SQL that is always the same for the same schema.",
    discussion: """
      SOURCE is a revision (main, or main:TARGET; HEAD if not given), a database (postgresql://HOST/NAME, sqlite:FILE), \
      a file of SQL or a folder of migrations. Databases are only read; the rest is built in throwaway databases. The \
      text makes the schema again in an empty database, and Git shows a change of the schema as a change of a few lines. \
      Exit status: 0 written, 2 wrong usage, 3 the schema could not be read or built.
      """)

  @Argument(help: "Whose schema.")
  var source = "HEAD"

  @Option(
    help: ArgumentHelp("The target, where there are several; of a database, whose tool it is.", valueName: "name"))
  var target: String?

  @Option(name: [.long, .customShort("o")], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The engine, where it can't be told.", valueName: "engine"))
  var engine: EngineKind?

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Option(help: ArgumentHelp("The repository of revisions; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @OptionGroup var notes: OutputOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let reader = SourceReader(repo: repo, engine: engine, environment: environment)
    let (source, assumptions) = try reader.source(self.source, target: target)
    for assumption in assumptions { notes.note(assumption) }
    let (snapshot, provided) = try await notes.withEvents { events in
      try await SnapshotMaking(
        of: source, target: try named(source, reader), server: server.map { .url($0) },
        engines: Engines.all(environment: environment), events: events
      ).run()
    }
    for piece in provided {
      notes.note("the scratch database was provided with the \(piece.kind.rawValue) \(piece.name)")
    }
    try OutputFile.put(snapshot.text, to: output)
  }

  /// Only of a living database is nothing known but what the option says.
  private func named(_ source: SchemaSource, _ reader: SourceReader) throws -> TargetDefinition? {
    guard case .live = source.contents else { return nil }
    return try target.map { try reader.target(named: $0) }
  }
}
