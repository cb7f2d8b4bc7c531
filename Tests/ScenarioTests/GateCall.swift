import EngineInterface
import Foundation
import SchemagateModel
import TestSupport

@testable import schemagate

/// A check as the command line makes it, of a test's repository.
enum GateCall {
  /// The process's environment without what a CI system says of another repository, with the migration tools of the tests.
  static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    !["CI", "GITHUB_", "GITLAB_", "BITBUCKET_", "BUILDKITE", "BUILD_", "SYSTEM_", "CHANGE_", "GIT_"].contains(
      where: name.hasPrefix)
  }.merging(["PATH": TestTools.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")]) {
    $1
  }

  static func check(
    _ repository: TemporaryRepository, flags: [String] = [],
    engines: @escaping @Sendable ([String: String]) -> [any DatabaseEngine] = Engines.all
  ) async throws -> Report {
    let all = flags.contains("all")
    let options = try RepositoryOptions.parse(["--repo", repository.path])
    let run = GateRun(
      options: options, base: all ? .empty : .named("main", why: "--base"), head: "branch",
      historyOnly: flags.contains("history-only"), command: "schemagate check", engines: engines,
      environment: environment)
    do {
      return try await run.run() ?? .unknown(SelectionError.noTarget(notes: []), command: "schemagate check")
    } catch let error as any ReportedError {
      return .unknown(error, command: "schemagate check")
    }
  }
}
