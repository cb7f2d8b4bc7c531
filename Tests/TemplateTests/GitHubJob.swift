import Foundation
import TestSupport
import Yams

/// Runs a job of a workflow as GitHub does: its own steps and those of our action in order, each script by the shell that
/// GitHub takes, with the files through which steps talk to each other. Actions of others are left out and noted.
final class GitHubJob {
  /// Gone with the job, and not before.
  private let owner: TemporaryFolder
  var workspace: String { owner.path }
  let folder: TemporaryFolder
  var expressions: Expressions
  private(set) var environment: [String: String]
  private(set) var failed = false
  private(set) var status: Int32 = 0
  private(set) var log = ""
  private(set) var others: [String] = []
  var temporary: String { folder.path + "/temp" }
  var summary: String { (try? String(contentsOfFile: folder.path + "/summary", encoding: .utf8)) ?? "" }

  init(workspace: TemporaryFolder, environment: [String: String], values: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    owner = workspace
    for file in ["output", "path", "summary", "temp/.keep"] { try folder.write(file, "") }
    self.environment = environment.merging([
      "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": folder.path + "/output", "GITHUB_PATH": folder.path + "/path",
      "GITHUB_STEP_SUMMARY": folder.path + "/summary", "GITHUB_WORKSPACE": workspace.path, "RUNNER_OS": "Linux",
      "RUNNER_ARCH": "X64", "GITHUB_SERVER_URL": "https://github.com",
    ]) { old, _ in old }
    expressions = Expressions(
      values: [
        "github.action_path": Templates.root, "github.token": "secret-token", "runner.temp": folder.path + "/temp",
      ].merging(values) { $1 }, workspace: workspace.path)
  }

  /// Runs the job's steps; our action takes its inputs from the step and from `inputs`.
  func run(_ workflow: String, job: String, inputs: [String: String]) throws {
    let steps = try Templates.part(workflow, "jobs", job, "steps")
    for step in steps.items {
      if step["uses"]?.string?.hasPrefix("OWNER/schemagate@") == true {
        try action(step, inputs: inputs)
      } else {
        try run(step, in: &expressions)
      }
    }
  }

  private func action(_ step: Node, inputs: [String: String]) throws {
    guard !failed else { return }
    let action = try Templates.yaml("action.yml")
    var own = expressions
    for (name, input) in action["inputs"]?.mapping.map(Array.init) ?? [] {
      guard let name = name.string else { continue }
      own.values["inputs.\(name)"] = try expressions.fill(input["default"]?.scalar?.string ?? "")
    }
    for (name, value) in step["with"]?.texts ?? [:] { own.values["inputs.\(name)"] = try expressions.fill(value) }
    for (name, value) in inputs { own.values["inputs.\(name)"] = value }
    for step in action["runs"]?["steps"]?.items ?? [] { try run(step, in: &own) }
    guard let id = step["id"]?.string else { return }
    for (name, output) in action["outputs"]?.mapping.map(Array.init) ?? [] {
      let value = try own.fill(output["value"]?.string ?? "")
      expressions.values["steps.\(id).outputs.\(name.string ?? "")"] = value
    }
  }

  private func run(_ step: Node, in scope: inout Expressions) throws {
    guard try scope.holds(step["if"]?.scalar?.string, failed: failed) else { return }
    guard let script = step["run"]?.string else { return others.append(step["uses"]?.string ?? "") }
    let own = try step["env"]?.texts.mapValues(scope.fill) ?? [:]
    let place = try scope.fill(step["working-directory"]?.string ?? ".")
    let result = try Shell.run(
      script, by: ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"],
      in: place == "." ? workspace : "\(workspace)/\(place)", environment: environment.merging(own) { $1 })
    log += result.all
    if result.status != 0 && !failed { (failed, status) = (true, result.status) }
    try keepOutputs(of: step["id"]?.string, in: &scope)
  }

  private func keepOutputs(of id: String?, in scope: inout Expressions) throws {
    for line in try take("output") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if let id, parts.count == 2 { scope.values["steps.\(id).outputs.\(parts[0])"] = parts[1] }
    }
    for line in try take("path") { environment["PATH"] = "\(line):\(environment["PATH"] ?? "")" }
  }

  private func take(_ name: String) throws -> [String] {
    let lines = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8).split(separator: "\n")
    try folder.write(name, "")
    return lines.map(String.init)
  }
}
