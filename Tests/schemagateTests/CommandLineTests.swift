import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import schemagate

@Suite("The command line's contract")
struct CommandLineTests {
  private static let postgresql = TestEngines.includes(.postgresql)

  @Test("A branch that passes is exit status 0, with the report on standard output and nothing beside it")
  func passed() throws {
    let result = try Shop(Shop.adds).run(["check", "--base", "main"])
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.contains("1 migration passed"))
  }

  @Test("A branch that fails is exit status 1, with the report on standard output and nothing beside it")
  func failed() throws {
    let result = try Shop(Shop.drops).run(["check", "--base", "main"])
    #expect(result.status == 1 && result.error.isEmpty)
    #expect(result.output.contains("change-undeclared"))
  }

  @Test("--fail-on sets what fails: never, errors, or warnings too")
  func failOn() throws {
    let (drops, warns) = (try Shop(Shop.drops), try Shop(Shop.leaves))
    #expect(try drops.run(["check", "--base", "main", "--fail-on", "never"]).status == 0)
    #expect(try warns.run(["check", "--base", "main"]).status == 0)
    #expect(try warns.run(["check", "--base", "main", "--fail-on", "warning"]).status == 1)
  }

  @Test(
    "Wrong usage is exit status 2, and says so on standard error alone",
    arguments: [
      ["check", "--nope"], ["chekc"], ["check", "--format", "pdf"], ["check", "--all", "--base", "main"],
      ["check", "--fail-on", "sometimes"], ["check", "--worktree", "--head", "main"], ["hook", "pre-pull"],
      ["check", "--target", "nosuch", "--base", "main"], ["check", "--config", "nosuch.yml"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Shop(Shop.adds).run(arguments)
    #expect(result.status == 2, "\(result.error)")
    #expect(result.error.hasPrefix("error: "))
    #expect(!result.error.contains("Error:"))
  }

  @Test(
    "Help and version are what was asked for",
    arguments: [["--help"], ["--version"], ["check", "--help"], ["diff", "-h"]])
  func help(arguments: [String]) throws {
    let result = try Binary.run(arguments)
    #expect(result.status == 0 && !result.output.isEmpty && result.error.isEmpty)
  }

  struct Failure: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var arguments = ["--base", "main"]
    var configuration: String?
    var environment: [String: String] = [:]
    var folder = "migrations/sqlite"
    var isRepository = true
    let status: Int32
    let words: String
  }

  static let failures = [
    Failure(testDescription: "unknown base", arguments: ["--base", "nosuch"], status: 3, words: "'nosuch'"),
    Failure(
      testDescription: "unknown head", arguments: ["--base", "main", "--head", "nosuch"], status: 3, words: "'nosuch'"),
    Failure(testDescription: "no repository", isRepository: false, status: 3, words: "not a Git repository"),
    Failure(
      testDescription: "wrong configuration", configuration: "versoin: 1\n", status: 2, words: "schemagate.yml:1"),
    Failure(
      testDescription: "no server", environment: ["SCHEMAGATE_PG_BIN": "/nonexistent"], folder: "migrations/postgres",
      status: 3, words: "SCHEMAGATE_PG_BIN"),
  ]

  @Test("The report is written at every exit status, with what went wrong", arguments: failures)
  func reportAlways(failure: Failure) throws {
    let shop = try Shop(Shop.adds, folder: failure.folder)
    if let text = failure.configuration {
      try shop.repository.write("schemagate.yml", text)
      try shop.repository.commit("configuration")
    }
    let elsewhere = try TemporaryFolder()
    let file = elsewhere.path + "/report.json"
    let result = try Binary.run(
      ["check", "--format", "json=\(file)"] + failure.arguments,
      in: failure.isRepository ? shop.path : elsewhere.path, environment: failure.environment)
    #expect(result.status == failure.status, "\(result.error)")
    #expect(result.output.isEmpty)
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["verdict"] as? String == "unknown")
    #expect(String(decoding: data, as: UTF8.self).contains(failure.words))
  }

  @Test("Errors say what happened, where, and what to do, each on a line of its own")
  func shape() throws {
    let result = try Shop().run(["check", "--base", "nosuch", "--format", "json=/dev/null"])
    let lines = result.error.split(separator: "\n")
    #expect(lines.map { $0.prefix(while: { $0 != ":" }) } == ["error", "  at", "  try"])
  }

  @Test("Colours are written on a terminal only, and not where NO_COLOR or --no-color says so")
  func colors() throws {
    let shop = try Shop(Shop.adds)
    let command = "\(Binary.path) check --base main"
    let onTerminal = { (words: String, more: [String: String]) throws -> Binary.Result in
      try Running(
        "/usr/bin/env", ["script", "--quiet", "--return", "--command", words, "/dev/null"], in: shop.path,
        environment: ["TERM": "xterm"].merging(more) { $1 }
      ).result()
    }
    let escape = "\u{1B}[3"
    #expect(try onTerminal(command, [:]).output.contains(escape))
    #expect(try !onTerminal(command, ["NO_COLOR": "1"]).output.contains(escape))
    #expect(try !onTerminal(command + " --no-color", [:]).output.contains(escape))
    #expect(try !shop.run(["check", "--base", "main"]).output.contains("\u{1B}"))
  }

  @Test("--quiet leaves standard error to errors")
  func quiet() throws {
    let shop = try Shop(Shop.adds)
    #expect(try shop.run(["diff", "main", "work"]).error.hasPrefix("note: "))
    #expect(try shop.run(["diff", "main", "work", "--quiet"]).error.isEmpty)
    #expect(try shop.run(["diff", "main", "nosuch", "--quiet"]).error.hasPrefix("error: "))
  }

  @Test("What is kept can be entered with the command that is printed, which says how to end it too")
  func keepSQLite() throws {
    try keep(folder: "migrations/sqlite")
  }

  @Test("A kept PostgreSQL server can be entered and ended", .enabled(if: postgresql))
  func keepPostgreSQL() throws {
    try keep(folder: "migrations/postgres")
  }

  private func keep(folder: String) throws {
    let result = try Shop(Shop.drops, folder: folder).run(["check", "--base", "main", "--keep"])
    #expect(result.status == 1)
    let marker = "enter it with: "
    let start = try #require(result.error.range(of: marker)).upperBound
    let line = result.error[start...].prefix { $0 != "\n" }
    let parts = line.split(separator: "#", maxSplits: 1)
    let end = try #require(parts.last?.range(of: "and in the end: ")).upperBound
    let query = folder.hasSuffix("sqlite") ? "'SELECT count(*) FROM users'" : "-tAc 'SELECT count(*) FROM users'"
    let entered = try Running("/bin/sh", ["-c", "\(parts[0]) \(query)"]).result()
    #expect(entered.status == 0 && entered.output == "0\n", "\(line): \(entered.error)")
    #expect(try Running("/bin/sh", ["-c", String(line[end...])]).result().status == 0)
  }

  @Test(
    "A given server is used, holds nothing of ours afterwards, and is never named with its password",
    .enabled(if: postgresql))
  func givenServer() async throws {
    let shop = try Shop(Shop.drops, folder: "migrations/postgres")
    try await GivenDatabaseServer.lend { url, administrator in
      let server = url("postgres")
      let arguments = ["check", "--base", "main", "--server", server, "--verbose"]
      for format in ["text", "json", "markdown"] {
        let result = try shop.run(arguments + ["--format", format])
        #expect(result.status == 1, "\(result.error)")
        #expect(!(result.output + result.error).contains(GivenDatabaseServer.password))
      }
      let left = try await administrator.rows("SELECT datname FROM pg_database WHERE datname LIKE 'schemagate%'")
      #expect(left.isEmpty)
      let wrong = try shop.run(arguments.map { $0 == server ? url("nosuch") : $0 })
      #expect(wrong.status == 3)
      #expect(!(wrong.output + wrong.error).contains(GivenDatabaseServer.password))
    }
  }

  @Test("A branch without migrations passes without a walk of the tree, and starts nothing")
  func nothingChanged() throws {
    let shop = try Shop()
    try shop.repository.write("large/folder/file", "text\n")
    try shop.repository.git(["checkout", "--quiet", "main"])
    try shop.repository.commit("large")
    try shop.repository.git(["checkout", "--quiet", "-B", "work"])
    try shop.repository.write("README", "text\n")
    try shop.repository.commit("words")
    // Whoever lists the whole tree stumbles over the folder that isn't there.
    let id = try shop.repository.git(["rev-parse", "HEAD:large"])
    try shop.repository.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    let result = try shop.run(["check", "--base", "main"], environment: ["SCHEMAGATE_PG_BIN": "/nonexistent"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("no file changed that a migration tool reads"))
    #expect(try shop.run(["check", "--all"]).status == 3)
  }

  @Test("A shallow clone whose base is its own head says so, and which depth to fetch")
  func shallow() throws {
    let shop = try Shop(Shop.drops)
    let copy = try TemporaryFolder()
    try shop.repository.git(["clone", "--quiet", "--depth", "1", "file://\(shop.path)", copy.path + "/copy"])
    let same = try Binary.run(["check"], in: copy.path + "/copy")
    #expect(same.output.contains("base and head are the same commit") && same.output.contains("fetch-depth"))
    let before = try Binary.run(["check", "--base", "HEAD~1"], in: copy.path + "/copy")
    #expect(before.status == 3)
    #expect(before.error.contains("shallow") && before.error.contains("fetch-depth"))
    let other = try Binary.run(["check", "--base", "origin/main"], in: copy.path + "/copy")
    #expect(other.status == 3)
    #expect(other.error.contains("git fetch"))
  }

  @Test("A CI system's checkout of one commit has no base, and is told which depth to fetch")
  func checkoutOfOneCommit() throws {
    let shop = try Shop(Shop.drops)
    let copy = try TemporaryRepository()
    try copy.git(["remote", "add", "origin", "file://\(shop.path)"])
    try copy.git(["fetch", "--quiet", "--depth", "1", "origin", "work"])
    try copy.git(["checkout", "--quiet", "--detach", "FETCH_HEAD"])
    let variables = [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main",
      "GITHUB_SHA": try copy.git(["rev-parse", "HEAD"]),
    ]
    let result = try Binary.run(["check"], in: copy.path, environment: variables)
    #expect(result.status == 2)
    #expect(result.error.contains("fetch-depth: 0"))
  }

  @Test("Ctrl-C during a migration ends the program and its server", .enabled(if: postgresql))
  func interruption() throws {
    let shop = try Shop(("SELECT pg_sleep(120);", "SELECT 1;"), folder: "migrations/postgres")
    let running = try Running(Binary.path, ["check", "--base", "main"], in: shop.path)
    let server = try #require(StartedServer(of: running.process.processIdentifier))
    #expect(StartedServer.await { server.isBusy ? true : nil } == true)
    kill(running.process.processIdentifier, SIGINT)
    let result = try running.result()
    #expect(result.status == 130 && result.output.isEmpty)
    #expect(StartedServer.await { server.isGone ? true : nil } == true)
  }

  @Test("Every command line that our texts show can be read", arguments: CommandLines.all())
  func commandLines(line: String) throws {
    do {
      _ = try Schemagate.parseAsRoot(CommandLines.words(line))
    } catch {
      Issue.record("\(line): \(Schemagate.message(for: error))")
    }
  }
}
