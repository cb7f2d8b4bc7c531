import ArgumentParser
import EngineInterface
import Foundation
import GitSource
import Reporting
import SchemagateModel

/// What this machine and this repository have, and what they lack for a check.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a check finds here and what is missing, with the command that mends it.",
    discussion: """
      Nothing is started or changed, except with --write-setup: that rehearses the whole history of head and writes \
      what an empty database lacks into a setup file. Exit status: 0 where a check can run, 2 for a wrong configuration \
      or no migrations, 3 where something that is needed is missing.
      """)

  @OptionGroup var repository: RepositoryOptions

  @Flag(help: "Rehearse the history, and write schemagate/setup.sql with what production's platform provides.")
  var writeSetup = false

  @Flag(help: "With --write-setup: write a setup file anew where it exists.")
  var force = false

  @Option(help: ArgumentHelp("How to write it: text or json.", valueName: "format"))
  var format: DiagnosisFormat = .text

  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard !writeSetup else { return try await SetupWriting(doctor: self).run() }
    let environment = ProcessInfo.processInfo.environment
    let repositoryDiagnosis = RepositoryDiagnosis(options: repository, environment: environment)
    let (found, subject) = repositoryDiagnosis.examine()
    let machine = MachineDiagnosis(engines: Engines.all(environment: environment), targets: subject?.targets ?? [])
    let examination = Examination(
      diagnoses: found + (await machine.examine()) + (subject?.programs(path: environment["PATH"]) ?? [])
        + SurroundingsDiagnosis(repository: subject?.repository, environment: environment).examine())
    switch format {
    case .text: print(examination.text)
    case .json: print(try OrderedJSON.text(examination), terminator: "")
    }
    guard examination.status == .passed else { throw examination.status }
  }
}

/// How a diagnosis is written.
enum DiagnosisFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
