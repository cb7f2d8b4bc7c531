import Foundation
import Testing
import Yams

@Suite("What the templates may do")
struct SafetyTests {
  private func steps(of path: String) throws -> [Node] {
    if path == "action.yml" { return try Templates.part(path, "runs", "steps").items }
    let jobs = try Templates.part(path, "jobs").mapping.map(Array.init) ?? []
    return jobs.flatMap { $0.value["steps"]?.items ?? [] }
  }

  @Test(
    "Every action of others is pinned by a whole commit, with its version beside it",
    arguments: Templates.workflows + ["action.yml"])
  func pinned(path: String) throws {
    let uses = try Templates.text(path).matches(of: /(?m)^ *(?:- )?uses: (.*)$/).map { String($0.1) }
    let count = try steps(of: path).filter { $0["uses"] != nil }.count
    #expect(!uses.isEmpty && uses.count == count)
    for action in uses {
      let isPinned = action.wholeMatch(of: /actions\/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+/) != nil
      #expect(isPinned || action == "OWNER/schemagate@COMMIT # v0", "\(action)")
    }
  }

  @Test(
    "No script holds an expression: what a branch says reaches it by the environment only",
    arguments: Templates.workflows + ["action.yml"])
  func noInjection(path: String) throws {
    for step in try steps(of: path) {
      #expect(step["run"]?.string?.contains("${{") != true, "\(step["name"]?.string ?? path)")
    }
  }

  @Test(
    "A workflow has no permission but what a job names, every job has its own and an end",
    arguments: Templates.workflows)
  func permissions(path: String) throws {
    #expect(try Templates.part(path, "permissions").mapping?.isEmpty == true)
    let triggers = try Templates.part(path, "on").mapping?.keys.compactMap(\.string) ?? []
    #expect(!triggers.isEmpty && !triggers.contains("pull_request_target"))
    for (name, job) in try Templates.part(path, "jobs").mapping.map(Array.init) ?? [] {
      #expect(job["timeout-minutes"] != nil, "\(name)")
      let rights = try #require(job["permissions"]).texts
      let writing = Set(rights.filter { $0.value == "write" }.keys)
      #expect(writing.isSubset(of: ["pull-requests", "statuses"]), "\(name)")
      #expect(Set(rights.values).isSubset(of: ["read", "write"]))
    }
    #expect(try Templates.part(path, "concurrency", "group").string?.isEmpty == false)
  }

  @Test("No checkout leaves a token behind, and none fetches more than two commits", arguments: Templates.workflows)
  func checkouts(path: String) throws {
    for step in try steps(of: path) where step["uses"]?.string?.hasPrefix("actions/checkout@") == true {
      #expect(step["with"]?["persist-credentials"]?.bool == false)
      #expect(["1", "2"].contains(step["with"]?["fetch-depth"]?.scalar?.string))
    }
  }

  @Test("The workflow that may write for forks checks nothing out, and the one that checks may write nothing")
  func forks() throws {
    let publish = try steps(of: "ci-templates/github-actions-forks-publish.yml")
    #expect(!publish.contains { $0["uses"]?.string?.hasPrefix("actions/checkout") == true })
    #expect(!publish.contains { $0["run"]?.string?.contains("schemagate check") == true })
    let rights = try Templates.part("ci-templates/github-actions-forks-check.yml", "jobs", "check", "permissions").texts
    #expect(rights == ["contents": "read"])
    let text = try Templates.text("ci-templates/github-actions-forks-check.yml")
    #expect(!text.contains("secrets."))
  }

  @Test("The token stands in no step that runs the branch's migrations")
  func checkHasNoToken() throws {
    let check = try #require(try steps(of: "action.yml").first { $0["id"]?.string == "check" })
    let values = check["env"]?.texts.values.joined() ?? ""
    #expect(!values.isEmpty && !values.contains("token"))
  }

  @Test("The Jenkinsfile is balanced, and Groovy puts nothing into its scripts")
  func jenkinsfile() throws {
    let text = try Templates.text("ci-templates/Jenkinsfile")
    let scripts = try PipelineScripts.jenkins.scripts()
    #expect(scripts.count == 2 && !text.contains("\"\"\"") && !text.contains("sh \""))
    let groovy = scripts.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    for (open, close) in [("{", "}"), ("(", ")")] {
      #expect(groovy.components(separatedBy: open).count == groovy.components(separatedBy: close).count)
    }
    for word in ["agent", "timeout", "stages", "post", "always"] { #expect(groovy.contains(word)) }
  }

  @Test("The project's name stands in one place of a file, but where several jobs install")
  func onePlace() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: Templates.root + "/ci-templates")
    where file.contains(".yml") || file == "Jenkinsfile" {
      let places = try Templates.text("ci-templates/\(file)").matches(of: /OWNER\/schemagate/).count
      #expect(places <= 1 || file == "github-actions-matrix.yml", "\(file)")
    }
  }
}
