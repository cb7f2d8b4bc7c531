import ArgumentParser
import Checking
import Foundation
import GitSource
import Reporting
import SchemagateModel

/// The rules, and what there is to know of one.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a rule: why it is there, what to do, how to set and waive it, and examples.",
    discussion: """
      Without a rule all of them are listed by check; the name of a check explains each of its rules. Severities are \
      those that this repository's configuration sets. Exit status: 0 explained, 2 there is no such rule.
      """)

  @Argument(help: "The id of a rule or of a check.")
  var rule: String?

  @Option(help: ArgumentHelp("How to write it: text, markdown or json.", valueName: "format"))
  var format: ExplanationFormat = .text

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  func run() async throws {
    let settings = settings
    let explanations = try RuleSelection(name: rule).rules.map { RuleExplanation($0, settings: settings) }
    switch format {
    case .json: print(try OrderedJSON.text(RuleListing(rules: explanations)), terminator: "")
    case .text where rule == nil: print(RuleOverview(rules: explanations).text)
    case .text: print(explanations.map(\.text).joined(separator: "\n\n"))
    case .markdown where rule == nil: print(RuleOverview(rules: explanations).markdown)
    case .markdown: print(explanations.map(\.markdown).joined(separator: "\n\n"))
    }
  }

  /// None outside of a repository, and none of a configuration that can't be read: rules can be explained all the same.
  private var settings: [String: RuleSetting] {
    do {
      let environment = ProcessInfo.processInfo.environment
      let repository = try GitRepository(at: repo, environment: environment)
      let files = ConfigurationFiles(
        options: try RepositoryOptions.parse([]), environment: environment, repository: repository)
      return try files.configuration(in: try repository.commit(named: "HEAD").tree)?.rules ?? [:]
    } catch let error as ConfigurationError {
      StandardError.write("note: default severities are shown, since \(error.report.what)")
      return [:]
    } catch {
      return [:]
    }
  }
}

/// How an explanation is written.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case json
}
