import ArgumentParser
import Reporting
import SchemagateModel

/// What can be done with reports that are written already.
struct ReportCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Works on JSON reports: joins those of several jobs, or renders one again.",
    subcommands: [MergeReports.self, RenderReport.self])
}

/// `report merge`
struct MergeReports: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Joins the reports of one check that was made in several jobs.",
    discussion: """
      All reports must be of the same commits and the same configuration. A part that is missing makes the result \
      unknown. Exit status: as check's.
      """)

  @Argument(help: "JSON reports.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "How to write the report, and where: FORMAT or FORMAT=FILE; may be repeated.", valueName: "format"))
  var format: [OutputFormat] = []

  @Option(help: "Which findings fail the check.")
  var failOn: FailureThreshold = .error

  @OptionGroup var output: OutputOptions

  func validate() throws { try OutputFile.requireApart(format) }

  func run() async throws {
    let report = try ReportMerge.merge(try files.map { (source: $0, report: try ReportFile.read($0)) })
    try ReportOutput(formats: format, options: output).write(report)
    let status = report.exitStatus(failOn: failOn)
    guard status == .passed else { throw status }
  }
}

/// `report render`
struct RenderReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Writes a JSON report in other formats.",
    discussion: "Exit status: 0 if the report was written, whatever it says; 2 if the file is no report.")

  @Argument(help: "A JSON report.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "How to write the report, and where: FORMAT or FORMAT=FILE; may be repeated.", valueName: "format"))
  var format: [OutputFormat] = []

  @OptionGroup var output: OutputOptions

  func validate() throws { try OutputFile.requireApart(format) }

  func run() async throws {
    try ReportOutput(formats: format, options: output).write(try ReportFile.read(file))
  }
}
