import ArgumentParser
import CheckPipeline
import Foundation
import GitSource
import Reporting
import SchemagateModel

/// The pre-push hook: put in place, and run.
struct Hook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Installs the pre-push hook, and checks what is about to be pushed.",
    subcommands: [HookInstall.self, HookPrePush.self])
}

/// Puts the hook into the repository.
struct HookInstall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Installs the pre-push hook; never in another hook's place.",
    discussion: "Exit status: 0 it is in place, 2 it was not installed.")

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  func run() async throws {
    let repository = try GitRepository(at: repo, environment: ProcessInfo.processInfo.environment)
    switch try HookInstaller(folder: repository.hooksPath).install() {
    case .installed(let path): print("installed \(path)")
    case .updated(let path): print("brought \(path) up to date")
    case .alreadyThere(let path): print("\(path) is in place already")
    }
  }
}

/// What the hook calls.
struct HookPrePush: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-push", abstract: "Checks a push; reads Git's lines from standard input.")

  @Argument(help: "The remote's name, as Git gives it.")
  var remote = "origin"

  @Argument(help: "The remote's URL, as Git gives it.")
  var url: String?

  @Flag(help: "Stop the push where something could not be checked, too.")
  var strict = false

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard isatty(STDIN_FILENO) == 0 else { throw PrePushInputError.terminal }
    let input = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    let pushes = try PrePushInput.pushes(in: input).filter { $0.branch != nil && !$0.isDeletion }
    let outcomes = try await output.withEvents { events in
      try await PrePushCheck(
        remote: remote, repo: repo, events: events, environment: ProcessInfo.processInfo.environment
      ).outcomes(of: pushes)
    }
    for outcome in outcomes { tell(outcome) }
    let statuses = outcomes.map { $0.status(strict: strict) }
    if let worst = [ExitStatus.usage, .unknown, .failed].first(where: statuses.contains) { throw worst }
  }

  private func tell(_ outcome: PrePushCheck.Outcome) {
    switch outcome {
    case .passed: break
    case .failed(let report):
      StandardError.write(TextFormat().render(report, RenderOptions(color: output.colorOnError, verbose: false)))
      StandardError.write("schemagate stopped this push; push without the check: git push --no-verify")
    case .unknown(let branch, let why, let status):
      let end = strict && status != .passed ? "so the push is stopped" : "and the push goes on"
      StandardError.write("schemagate: \(branch) could not be checked, \(end): \(why.onOneLine)")
    }
  }
}

extension PrePushCheck.Outcome {
  fileprivate func status(strict: Bool) -> ExitStatus {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .unknown(_, _, let status): strict ? status : .passed
    }
  }
}
