import ArgumentParser
import Foundation
import Publishing
import Reporting
import SchemagateModel

/// Posts what `check --format json` wrote.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Posts reports as a pull request's comment and commit statuses.",
    discussion: """
      The reports are JSON files of `schemagate check --format json=FILE`. Each configuration has one comment, which is \
      found again, updated in place, left alone while it says the same, and reduced to one line when there is nothing \
      to say any more. The commit gets a status `schemagate`, which a branch can be made to require, and one \
      `schemagate/TARGET` for each target.

      GitHub and GitLab are told by the variables of their CI systems; elsewhere give --repository, --pull-request and \
      --commit for a repository on GitHub. The token is read from GITHUB_TOKEN, or on GitLab from SCHEMAGATE_GITLAB_TOKEN \
      or GITLAB_TOKEN. GitHub's needs `pull-requests: write` and `statuses: write`; GitLab's is a project access token \
      with the scope `api`. The program curl carries the requests.

      A report may come from a job that ran a stranger's code: it is posted only if it is about this run's own commit, \
      agrees with itself, and is whole (`report merge` joins the parts of a check); its links lead to this repository \
      only. What it says of the migrations is that job's word: let the job that checks decide on the merge where that \
      matters.

      Exit status: 0 posted, or not postable, which a warning explains (the verdict is the check's, and stays with its \
      job); 2 wrong usage, or a file that is no report; 3 a report that was refused.
      """)

  @Argument(help: "Reports in JSON, one of each configuration.")
  var report: [String]

  @Option(help: ArgumentHelp("The repository, instead of the CI system's.", valueName: "owner/name"))
  var repository: String?

  @Option(help: ArgumentHelp("The pull or merge request to comment on.", valueName: "number"))
  var pullRequest: Int?

  @Option(help: ArgumentHelp("The commit that was checked, instead of the event's.", valueName: "id"))
  var commit: String?

  @Option(help: ArgumentHelp("A file that holds the token.", valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Post no comment.")
  var noComment = false

  @Flag(help: "Set no commit status.")
  var noStatus = false

  @Flag(help: "Write nothing to the job's summary, which GITHUB_STEP_SUMMARY names.")
  var noSummary = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if report.isEmpty { throw ValidationError("give the JSON file of a report") }
    if let pullRequest, pullRequest < 1 { throw ValidationError("--pull-request takes a number above 0") }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let reports = try report.map { (source: $0, report: try ReportFile.read($0)) }
    try TrustedReport.requireOneEach(reports.map { ($0.source, $0.report.key) })
    let place = try Place(environment: environment, event: Self.event(environment), options: try placeOptions)
    let trusted = try reports.map { try TrustedReport($0.report, from: $0.source, for: place) }
    for note in trusted.flatMap(\.notes) { output.note(note) }
    if !noSummary { summarise(trusted.map(\.report), environment) }
    let publisher = Publisher(
      place: place, agent: "\(Program.name)/\(Program.version)",
      transport: CurlTransport(environment: environment))
    let outcomes = try await publisher.publish(
      trusted.map { Self.publication($0.report) }, wanted: .init(comments: !noComment, statuses: !noStatus))
    PublishingOutput(place: place, options: output).write(outcomes)
  }

  private var placeOptions: PlaceOptions {
    get throws {
      PlaceOptions(
        repository: repository, pullRequest: pullRequest, commit: commit, token: try tokenFile.map(ReportFile.token))
    }
  }

  private static func event(_ environment: [String: String]) -> String? {
    environment["GITHUB_EVENT_PATH"].flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
  }

  private static func publication(_ report: Report) -> Publication {
    Publication(
      report, body: { body(report, room: $0) }, words: .init(report: \.verdictSentence, target: \.verdictSentence))
  }

  private static func body(_ report: Report, room: Int) -> String {
    MarkdownFormat().render(report, RenderOptions(budget: room))
  }

  /// The job's page has its own copy, which needs no token.
  private func summarise(_ reports: [Report], _ environment: [String: String]) {
    guard let file = environment["GITHUB_STEP_SUMMARY"], !file.isEmpty else { return }
    for report in reports where !report.isQuiet {
      if !JobSummary(file: file).append(Self.body(report, room: 200_000)) {
        output.note("the job's summary has no room for the report")
      }
    }
  }
}

/// Files that are given to `publish`.
enum ReportFile {
  static func read(_ path: String) throws -> Report {
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
      throw ReportFileError.unreadable(path: path)
    }
    guard size <= TrustedReport.sizeLimit else {
      throw ReportRefused.tooLarge(source: path, limit: TrustedReport.sizeLimit)
    }
    guard let text = FileManager.default.contents(atPath: path) else { throw ReportFileError.unreadable(path: path) }
    return try JSONFormat.read(text, from: path)
  }

  static func token(_ path: String) throws -> Token {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8), let token = Token(text) else {
      throw ReportFileError.noToken(path: path)
    }
    return token
  }
}

enum ReportFileError: ReportedError {
  case unreadable(path: String)
  case noToken(path: String)
}

extension ReportFileError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .unreadable(let path):
      ErrorReport(
        what: "the report can't be read", at: path, try: "write it with: schemagate check --format json=\(path)")
    case .noToken(let path):
      ErrorReport(what: "the file holds no token", at: path, try: "write the token alone into it")
    }
  }
}
