import Foundation
import GitSource
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("schemagate init")
struct InitCommandTests {
  @Test("writes nothing without a terminal and without --yes, and shows what it would write")
  func shows() throws {
    let shop = try Shop()
    let before = try shop.repository.git(["status", "--porcelain", "--ignored"])
    let result = try shop.run(["init"])
    #expect(result.status == 0)
    #expect(result.output.contains("found sqlite: SQLite, golang-migrate, in migrations/sqlite"))
    #expect(result.output.contains("  targets:\n    sqlite:\n") && result.output.contains("would install "))
    #expect(result.output.hasSuffix("Nothing was written. To write it: schemagate init --yes\n"))
    #expect(try shop.repository.git(["status", "--porcelain", "--ignored"]) == before)
    #expect(!FileManager.default.fileExists(atPath: shop.path + "/.git/hooks/pre-push"))
  }

  @Test("sets up a repository without a commit from one of its folders, and leaves what is there the second time")
  func withoutCommits() throws {
    let repository = try TemporaryRepository()
    try repository.write("db/migrations/001_customers.sql", "-- migrate:up\nCREATE TABLE customers (id integer);\n")
    try repository.write(".github/CODEOWNERS", "")
    let folder = repository.path + "/db"
    let first = try Binary.run(["init", "--yes"], in: folder)
    #expect(first.status == 0)
    #expect(first.output.contains("wrote schemagate.yml\nwrote .github/workflows/schemagate.yml: put in what"))
    #expect(first.output.contains("Next: "))
    try repository.write("schemagate.yml", "version: 1\n")
    let second = try Binary.run(["init", "--yes"], in: folder)
    #expect(second.output.contains("left schemagate.yml as it is (--force writes it anew)"))
    #expect(try text("schemagate.yml", in: repository) == "version: 1\n")
    try Binary.run(["init", "--yes", "--force"], in: folder)
    #expect(try text("schemagate.yml", in: repository).contains("migrations: db/migrations"))
  }

  @Test("writes a configuration with which a check finds the same targets")
  func sameTargets() throws {
    let shop = try Shop()
    try shop.repository.write(
      "we\"ird: #x/migrations/1_a.up.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);")
    try shop.repository.commit()
    let detected = try targets(of: shop)
    try shop.run(["init", "--yes"])
    try shop.repository.commit()
    let configured = try targets(of: shop)
    #expect(detected.count == 2)
    #expect(configured.map(\.name) == detected.map(\.name) && configured.map(\.engine) == detected.map(\.engine))
    #expect(configured.map(\.migrations) == detected.map(\.migrations))
    #expect(configured.map(\.tool) == detected.map(\.tool))
  }

  @Test("says what it looked for where there are no migrations, and ends with 2")
  func nothingFound() throws {
    let repository = try TemporaryRepository()
    let result = try Binary.run(["init", "--yes"], in: repository.path)
    #expect(result.status == 2)
    #expect(result.error.contains("no migrations were found: looked for the layouts of dbmate, diesel,"))
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/schemagate.yml"))
  }

  @Test(
    "writes nothing through a link, which may lead out of the repository", arguments: [".github", ".github/workflows"])
  func links(place: String) throws {
    let (inside, outside) = (try TemporaryFolder(), try TemporaryFolder())
    if place.contains("/") { try inside.write(".github/CODEOWNERS", "") }
    try FileManager.default.createSymbolicLink(
      atPath: "\(inside.path)/\(place)", withDestinationPath: outside.path)
    let step = ContinuousIntegration.github.step(StartFile(root: inside.path, force: true))
    #expect(throws: StartError.linked(path: place)) { try step.carryOut() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test("tells the lines for another CI system, and doesn't touch its file")
  func otherSystems() throws {
    let folder = try TemporaryFolder()
    for system in ContinuousIntegration.allCases where system != .github { try folder.write(system.sign, "# mine\n") }
    let file = StartFile(root: folder.path, force: true)
    let found = ContinuousIntegration.found(in: folder.path)
    #expect(found == [.gitlab, .bitbucket, .azure, .circleci, .jenkins])
    for system in found {
      guard case .tell(let what, let lines) = system.step(file) else {
        Issue.record("\(system) would write")
        continue
      }
      #expect(what == "for \(system.title), add to \(system.sign)" && lines.contains("SCHEMAGATE_VERSION"))
    }
  }

  @Test(
    "where no CI system shows, takes the one of the place where the repository is published",
    arguments: [
      ("https://github.com/acme/shop.git", "", [ContinuousIntegration.github]),
      ("git@gitlab.com:acme/shop", "", [.gitlab]), ("https://bitbucket.org/acme/shop", "", [.bitbucket]),
      ("https://github.com/acme/shop", "Jenkinsfile", [.jenkins]), ("https://git.example.org/acme/shop", "", []),
    ])
  func byRemote(url: String, file: String, expected: [ContinuousIntegration]) throws {
    let repository = try TemporaryRepository()
    try repository.git(["remote", "add", "origin", url])
    if !file.isEmpty { try repository.write(file, "") }
    #expect(ContinuousIntegration.found(in: try GitRepository(at: repository.path, environment: [:])) == expected)
  }

  @Test("brings the files of ci-templates along, as they stand there")
  func templates() throws {
    let folder = try TemporaryFolder()
    let file = StartFile(root: folder.path, force: false)
    let templates: [ContinuousIntegration: String] = [
      .github: "github-actions.yml", .gitlab: "gitlab-ci.yml", .bitbucket: "bitbucket-pipelines.yml",
      .azure: "azure-pipelines.yml", .circleci: "circleci-config.yml", .jenkins: "Jenkinsfile",
    ]
    for system in ContinuousIntegration.allCases {
      let name = try #require(templates[system])
      let text = String(decoding: try Data(contentsOf: Self.folder.appendingPathComponent(name)), as: UTF8.self)
      switch system.step(file) {
      case .write(_, let path, let written): #expect(path == ".github/workflows/schemagate.yml" && written == text)
      case .tell(_, let lines): #expect(lines == text, "\(name)")
      case .keep, .installHook: Issue.record("\(system) brings nothing")
      }
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../ci-templates").standardized

  @Test("asks, and Enter takes the default")
  func answers() {
    #expect(Answers { _ in "" }.agrees(to: "Write it?"))
    #expect(Answers { _ in " Yes " }.agrees(to: "Write it?"))
    #expect(!Answers { _ in "n" }.agrees(to: "Write it?"))
    #expect(!Answers { _ in nil }.agrees(to: "Write it?"))
    let assumed = TargetDefinition(
      name: "shop", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "goose"), engineIsAssumed: true)
    #expect(Answers { _ in "" }.settling(assumed) == assumed)
    #expect(Answers { _ in "sqlite" }.settling(assumed).engine == .sqlite)
    #expect(!Answers { _ in "sqlite" }.settling(assumed).engineIsAssumed)
  }

  private func targets(of shop: Shop) throws -> [TargetDefinition] {
    let options = try RepositoryOptions.parse(["--repo", shop.path])
    return try GateRun(options: options, base: .empty, command: "", environment: Binary.environment([:])).targets()
  }

  private func text(_ path: String, in repository: TemporaryRepository) throws -> String {
    try String(contentsOfFile: repository.path + "/" + path, encoding: .utf8)
  }
}
