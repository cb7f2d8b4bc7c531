import Foundation
import TestSupport
import Testing

@Suite("Each check is a test case of the repository's own test framework", .serialized)
struct TestFrameworkTests {
  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("ci-templates")

  /// Holds a database with failing, passing and skipped checks, and one that can't be checked to its end.
  private func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    var configuration = "version: 1\ntargets:\n"
    for name in ["till", "odd"] {
      configuration += "  \(name): {engine: sqlite, migrations: \(name)/migrations, tool: golang-migrate}\n"
      try repository.write("\(name)/migrations/0001_a.up.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, phone);\n")
      try repository.write("\(name)/migrations/0001_a.down.sql", "DROP TABLE users;\n")
    }
    try repository.write("schemagate.yml", configuration)
    try repository.commit("base")
    try repository.git(["branch", "start"])
    try repository.write("till/migrations/0002_b.up.sql", "ALTER TABLE users DROP COLUMN phone;\n")
    try repository.write("odd/migrations/0002_b.up.sql", "UPDATE users SET phone = normalize_phone(phone);\n")
    for name in ["till", "odd"] { try repository.write("\(name)/migrations/0002_b.down.sql", "SELECT 1;\n") }
    try repository.commit("head")
    return repository
  }

  /// What our own JUnit results say of each case.
  private func expected(in repository: TemporaryRepository) throws -> [String: String] {
    let result = try Binary.run(["check", "--base", "start", "--format", "junit"], in: repository.path)
    let cases = outcomes(result.output)
    #expect(result.status == 3)
    #expect(Set(cases.values) == ["failure", "skipped", "error", "passed"])
    return cases
  }

  @Test(
    "in pytest, with one run of the program, also by several workers",
    .enabled(if: FileManager.default.isExecutableFile(atPath: TestTools.path(of: "pytest")), "pytest is not installed"),
    arguments: [[], ["-n", "2"]])
  func pytest(_ workers: [String]) throws {
    let repository = try repository()
    let expected = try expected(in: repository)
    try preparePytest(repository)
    try repository.write("bin/schemagate", "#!/bin/sh\necho run >>runs\nexec \"\(Binary.path)\" \"$@\"\n")
    let program = repository.path + "/bin/schemagate"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let result = try runPytest(
      workers + ["--junitxml", "results.xml"], in: repository, path: "\(repository.path)/bin:")
    #expect(result.status == 1)
    var found = outcomes(try repository.text("results.xml"))
    #expect(found.removeValue(forKey: "tests.test_own test_own") == "passed")
    #expect(found == expected)
    #expect(try repository.text("runs") == "run\n")
    #expect(result.output.contains("try: Make the down part undo each change"))
    #expect(result.output.contains("at: till/migrations/0002_b.down.sql:1\n"))
  }

  @Test(
    "in pytest, where a missing program is a failure and not a skip",
    .enabled(if: FileManager.default.isExecutableFile(atPath: TestTools.path(of: "pytest")), "pytest is not installed"))
  func missingProgram() throws {
    let repository = try repository()
    try preparePytest(repository)
    let result = try runPytest(["-o", "schemagate_command=no-such-schemagate"], in: repository)
    #expect(result.status == 1)
    #expect(result.output.contains("no-such-schemagate can't be run"))
    #expect(result.output.contains("1 failed, 1 passed"))
    let single = try runPytest(["-o", "schemagate_command=no-such-schemagate", "tests/test_own.py"], in: repository)
    #expect(single.status == 0)
    #expect(single.output.contains("schemagate: not run for single files"))
  }

  @Test(
    "in pytest, where a report whose verdict no case tells is a case of its own",
    .enabled(if: FileManager.default.isExecutableFile(atPath: TestTools.path(of: "pytest")), "pytest is not installed"))
  func verdictAlone() throws {
    let repository = try TemporaryRepository()
    try preparePytest(repository)
    try repository.write("report.json", #"{"version": 1, "verdict": "unknown", "errors": [], "targets": []}"#)
    let result = try runPytest(["--schemagate-report", "report.json"], in: repository)
    #expect(result.status == 1)
    #expect(result.output.contains("the report's verdict is unknown"))
  }

  @Test("in Swift Testing")
  func swiftTesting() throws {
    let repository = try repository()
    let expected = try expected(in: repository)
    let package = repository.path + "/package"
    try FileManager.default.copyItem(atPath: Self.templates.path + "/swift-testing", toPath: package)
    let environment = ["SCHEMAGATE": Binary.path, "SCHEMAGATE_ARGS": "--base start"]
    let result = try Running(
      "/usr/bin/env", ["swift", "test", "--package-path", package], in: repository.path, environment: environment
    ).result()
    #expect(result.status == 1)
    for (name, outcome) in expected {
      let title = name.replacing("schemagate.", with: "").replacing(" ", with: " · ")
      #expect(result.output.contains("Test case passing 1 argument check → \(title) to"), "\(title)")
      let failed = result.output.contains("recorded an issue with 1 argument check → \(title) at")
      #expect(failed == ["failure", "error"].contains(outcome), "\(title)")
      #expect(result.output.contains("skipped: \(title): ") == (outcome == "skipped"), "\(title)")
    }
    #expect(result.output.contains("try: Make the down part undo each change"))
  }

  private func preparePytest(_ repository: TemporaryRepository) throws {
    let plugin = try String(
      contentsOf: Self.templates.appendingPathComponent("pytest/schemagate_pytest.py"), encoding: .utf8)
    try repository.write("schemagate_pytest.py", plugin)
    try repository.write("conftest.py", "pytest_plugins = [\"schemagate_pytest\"]\n")
    try repository.write("pytest.ini", "[pytest]\nschemagate_args = --base start\n")
    try repository.write("tests/test_own.py", "def test_own():\n    pass\n")
  }

  private func runPytest(
    _ arguments: [String], in repository: TemporaryRepository, path: String = ""
  ) throws -> Binary.Result {
    let own = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Running(
      TestTools.path(of: "pytest"), ["-p", "no:cacheprovider"] + arguments, in: repository.path,
      environment: ["PATH": path + own]
    ).result()
  }

  /// Cases of JUnit results by class and name.
  private func outcomes(_ text: String) -> [String: String] {
    let pattern = /<testcase classname="([^"]*)" name="([^"]*)"[^>]*?(\/>|>(?s:.*?)<\/testcase>)/
    let cases = text.matches(of: pattern).map { match in
      let child = match.3.firstMatch(of: /<(failure|error|skipped)/).map { String($0.1) }
      return ("\(match.1) \(match.2)", child ?? "passed")
    }
    return Dictionary(cases) { first, _ in first }
  }
}

extension TemporaryRepository {
  /// A file of the work tree.
  fileprivate func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(path), encoding: .utf8)
  }
}
