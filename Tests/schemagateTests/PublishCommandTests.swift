import Foundation
import TestSupport
import Testing

@Suite("schemagate publish")
struct PublishCommandTests {
  private static let head = "9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0"
  private static let token = "t0ken-of-this-test"

  /// A stranger's report: every name in it tries to get out of its place.
  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("ReportingTests/Golden/hostile.json")

  private let folder: TemporaryFolder
  private let hostile: String
  private let room: String

  init() throws {
    folder = try TemporaryFolder()
    hostile = "\(folder.path)/hostile.json"
    // Errors of the whole make it unknown: a report that says otherwise is refused before its names matter.
    let text = try String(contentsOf: Self.golden, encoding: .utf8)
    try folder.write(
      "hostile.json", text.replacing("\"verdict\": \"failed\"", with: "\"verdict\": \"unknown\"", maxReplacements: 1))
    room = "http://127.0.0.1:\(try ForgeServer.shared.get().port)/command-\(UUID().uuidString.prefix(8))"
    try folder.write(
      "event.json", "{\"workflow_run\": {\"head_sha\": \"\(Self.head)\", \"event\": \"pull_request\"}}")
    let pull = """
      {"number": 5, "state": "open", "head": {"sha": "\(Self.head)"}, "base": {"repo": {"full_name": "acme/shop"}}}
      """
    _ = try curl("_setup", body: "{\"token\": \"\(Self.token)\", \"pulls\": [\(pull)]}")
  }

  @Test("a stranger's report is posted as text: one marker, no link to elsewhere, no word of the token")
  func hostileReport() throws {
    let result = try publish([hostile, "--pull-request", "5"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("comment created: https://forge.example/acme/shop/pull/5#issuecomment-1001\n"))
    #expect(result.error.contains("its links lead to ghe.example/acme/shop instead"))
    let body = try #require(try log().comments.first?.body)
    #expect(body.hasPrefix("<!-- schemagate key=default digest="))
    #expect(body.components(separatedBy: "<!-- schemagate key=").count == 2)
    let links = body.matches(of: #/\]\((https:[^)]*)\)/#).map { String($0.1) }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("https://ghe.example/acme/shop/blob/\(Self.head)/") }, "\(links)")
    let summary = try String(contentsOfFile: "\(folder.path)/summary.md", encoding: .utf8)
    #expect(summary.hasPrefix("## ❓ schemagate"))
    let again = try publish([hostile, "--pull-request", "5", "--no-status"])
    #expect(again.output.hasPrefix("comment left as it is"))
    #expect(!"\(result)\(again)\(body)\(summary)".contains(Self.token))
  }

  @Test("a report that contradicts itself is refused before anything is asked")
  func contradiction() throws {
    let result = try publish([Self.golden.path, "--pull-request", "5"])
    #expect(result.status == 3)
    #expect(result.error.hasPrefix("error: the report is not posted: no check of ours writes such a one\n"))
    #expect(try log().requests.isEmpty)
  }

  @Test("a report of another commit is refused before anything is asked")
  func otherCommit() throws {
    let result = try publish([hostile, "--commit", String(repeating: "1", count: 40)])
    #expect(result.status == 3)
    #expect(result.error.contains("error: the report is not posted: it is about commit \(Self.head)"))
    #expect(try log().requests.isEmpty)
  }

  @Test("what can't be posted is a warning with the lines to add, and status 0")
  func warnings() throws {
    let refused = try publish([hostile, "--pull-request", "6"])
    #expect(refused.status == 0)
    #expect(refused.error.contains("warning: not posted: the token may not do this (404)"))
    #expect(refused.error.contains("\n    permissions:\n      contents: read\n      pull-requests: write\n"))
    let bare = try publish([hostile], ["PATH": "/nonexistent"])
    #expect(bare.status == 0)
    #expect(bare.error.contains("apt-get install curl"))
  }

  @Test("what is no report, or no place, is wrong usage")
  func usage() throws {
    try folder.write("other.json", "{}")
    #expect(try publish(["\(folder.path)/other.json"]).status == 2)
    #expect(try publish(["\(folder.path)/none.json"]).status == 2)
    let nowhere = try Binary.run(["publish", hostile])
    #expect(nowhere.status == 2)
    #expect(nowhere.error.contains("--repository OWNER/NAME --pull-request N --commit SHA"))
  }

  private func publish(_ arguments: [String], _ more: [String: String] = [:]) throws -> Binary.Result {
    let job = [
      "GITHUB_ACTIONS": "true", "GITHUB_API_URL": "\(room)/api/v3", "GITHUB_SERVER_URL": "https://ghe.example",
      "GITHUB_REPOSITORY": "acme/shop", "GITHUB_TOKEN": Self.token, "GITHUB_EVENT_PATH": "\(folder.path)/event.json",
      "GITHUB_STEP_SUMMARY": "\(folder.path)/summary.md",
    ]
    return try Binary.run(["publish"] + arguments, environment: job.merging(more) { $1 })
  }

  private struct Log: Decodable {
    var requests: [Request]
    var comments: [Comment]

    struct Request: Decodable { var call: String }
    struct Comment: Decodable { var body: String }
  }

  private func log() throws -> Log {
    try JSONDecoder().decode(Log.self, from: Data(try curl("_log").utf8))
  }

  private func curl(_ path: String, body: String? = nil) throws -> String {
    let data = body.map { ["--data", $0] } ?? []
    let result = try Running("/usr/bin/curl", ["--silent", "--fail"] + data + ["\(room)/\(path)"]).result()
    #expect(result.status == 0)
    return result.output
  }
}
