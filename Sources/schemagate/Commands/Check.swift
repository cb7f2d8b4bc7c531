import ArgumentParser
import CheckPipeline
import SchemagateModel

/// The main job.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the migrations that head changes against base, in throwaway databases.")

  @OptionGroup var repository: RepositoryOptions

  @Flag(help: "Take base as empty: every migration is pending, the whole chain runs down and up again.")
  var all = false

  @Flag(help: "Only the rules that need no database.")
  var historyOnly = false

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Flag(help: "Accept other databases that aren't empty on the given server, for administrators' migrations.")
  var sharedServer = false

  @Option(help: ArgumentHelp("How to write the report, and where: FORMAT or FORMAT=FILE; may be repeated.", valueName: "format"))
  var format: [OutputFormat] = []

  @Option(help: "Which findings fail the check.")
  var failOn: FailureThreshold = .error

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
  }

  func run() async throws {
    let report = try await Checking_.run(self)
    try ReportOutput(formats: format, options: output).write(report)
    let status = report.exitStatus(failOn: failOn)
    guard status == .passed else { throw status }
  }
}
