import ArgumentParser
import CheckPipeline
import Foundation
import SchemagateModel

/// Which targets a check would have to look at.
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells which targets a branch changes, from Git alone: a CI system's matrix of jobs.",
    discussion: """
      With --format json, for GitHub: `matrix: {include: ${{ fromJSON(needs.plan.outputs.plan).include }}}`, and each job \
      runs `schemagate check --target ${{ matrix.target }}`; with --shards 3, \
      `schemagate check --shard ${{ matrix.shard }}`. Where `include` is empty, leave the jobs out. \
      `schemagate report merge` joins their reports. Exit status: 0 planned, 2 wrong usage or configuration, 3 it could \
      not be found out.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var repository: RepositoryOptions

  @Flag(help: "Take base as empty: every target has to be checked.")
  var all = false

  @Option(help: "text or json.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Divide the work into this many parts of about the same size.", valueName: "n"))
  var shards: Int?

  func validate() throws {
    if all, repository.base != nil { throw ValidationError("--all takes base as empty: leave out --base") }
    if let shards, Shard(index: 1, of: shards) == nil {
      throw ValidationError("--shards takes a number from 1 to \(Shard.most)")
    }
  }

  func run() async throws {
    let run = GateRun(
      options: repository, base: repository.baseChoice(all: all), head: repository.head, historyOnly: true,
      command: "schemagate check", environment: ProcessInfo.processInfo.environment)
    guard let report = try run.plan(shards: shards) else { throw SelectionError.noTarget(notes: []) }
    try OutputFile.put(format == .json ? try report.json : report.text, to: nil)
  }
}
