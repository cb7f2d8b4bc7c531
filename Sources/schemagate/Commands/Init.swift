import ArgumentParser
import Foundation
import GitSource
import SchemagateModel

/// Sets a repository up.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sets a repository up: writes schemagate.yml, a workflow for its CI system, and the pre-push hook.",
    discussion: """
      Targets are detected from the files of the work tree. On a terminal each step is asked for, Enter takes the \
      answer in brackets; --yes takes all of them. Without a terminal and without --yes nothing is written: what \
      would be is shown. A file that exists is left as it is. Exit status: 0 done or shown, 2 no migrations were found.
      """)

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @Flag(name: .shortAndLong, help: "Ask nothing: take the default of every question.")
  var yes = false

  @Flag(help: "Write schemagate.yml and the workflow anew where they exist; never another's hook.")
  var force = false

  @Flag(help: "Print the JSON schema of schemagate.yml, for editors, and do nothing else.")
  var printSchema = false

  func run() async throws {
    guard !printSchema else { return print(try ConfigurationSchema.text(), terminator: "") }
    let repository = try GitRepository(at: repo, environment: ProcessInfo.processInfo.environment)
    let answers = Answers.available(yes: yes)
    let detected = try StartDetection(repository: repository).result()
    let targets = detected.targets.map { answers?.settling($0) ?? $0 }
    let plan = try StartPlan(targets: targets, repository: repository, force: force)
    for line in plan.findings + detected.notes.map({ "note: \($0)" }) { print(line) }
    guard let answers else { return print(plan.shown) }
    for step in plan.steps { print(try answers.carryOut(step)) }
    print(plan.farewell)
  }
}

extension Answers {
  /// Does what the step says where the answer is yes; returns what is to be said.
  fileprivate func carryOut(_ step: StartStep) throws -> String {
    guard step.isAsked, !agrees(to: step.question) else { return try step.carryOut() }
    return "left out: \(step.title)"
  }
}
