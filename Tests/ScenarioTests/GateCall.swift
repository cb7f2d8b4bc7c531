import EngineInterface
import Foundation
import SchemagateModel
import TestSupport

@testable import schemagate

/// A check as the command line makes it, of a test's repository.
enum GateCall {
  /// The process's environment without what a CI system says of another repository, and with the tests' own migration
  /// tools in front.
  static let environment: [String: String] = {
    var variables = ProcessInfo.processInfo.environment.filter { name, _ in
      !["CI", "GITHUB_", "GITLAB_", "BITBUCKET_", "BUILDKITE", "BUILD_", "SYSTEM_", "CHANGE_", "GIT_"].contains(
        where: name.hasPrefix)
    }
    variables["PATH"] = TestTools.folder.path + ":" + (variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    return variables
  }()

  static func check(
    _ repository: TemporaryRepository, flags: [String] = [], variables: [String: String] = [:],
    configuration: String? = nil,
    engines: @escaping @Sendable ([String: String]) -> [any DatabaseEngine] = Engines.all
  ) async throws -> Report {
    let all = flags.contains("all")
    var options = try RepositoryOptions.parse(["--repo", repository.path])
    options.config = configuration
    let run = GateRun(
      options: options, base: all ? .empty : .named("main", why: "--base"), head: "branch",
      historyOnly: flags.contains("history-only"), command: "schemagate check", engines: engines,
      environment: environment.merging(variables) { $1 })
    do {
      return try await run.run() ?? .unknown(SelectionError.noTarget(notes: []), command: "schemagate check")
    } catch let error as any ReportedError {
      return .unknown(error, command: "schemagate check")
    }
  }
}
