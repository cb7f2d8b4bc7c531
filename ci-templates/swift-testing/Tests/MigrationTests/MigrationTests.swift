// schemagate in Swift Testing: each check of each database is a case of one parameterised test, with its own text.
//
// Put this file into a test target; it needs Foundation and nothing else. It runs `schemagate check --format json` once,
// in the folder of this file, so that it finds the repository around it. Variables of the environment:
//   SCHEMAGATE_REPORT   a JSON report to read instead of running the program
//   SCHEMAGATE          the program, where it isn't on PATH
//   SCHEMAGATE_ARGS     more options of `schemagate check`, with spaces between them: "--base origin/main"

import Foundation
import Testing

@Suite("Database migrations")
struct MigrationTests {
  @Test("each check of each database", arguments: await Gate.shared.cases)
  func check(_ check: CheckCase) throws {
    for warning in check.warnings { check.warn(warning) }
    if let reason = check.skipped { try check.skip(reason) }
    for failure in check.failures { Issue.record(Comment(rawValue: failure)) }
  }
}

/// One check of one database; its name stays the same from run to run.
struct CheckCase: Sendable, CustomTestStringConvertible {
  let target: String
  let check: String
  var failures: [String] = []
  var warnings: [String] = []
  var skipped: String?

  var testDescription: String { "\(target) · \(check)" }

  fileprivate func warn(_ text: String) {
    #if compiler(>=6.3)
      Issue.record(Comment(rawValue: text), severity: .warning)
    #else
      print("warning: \(testDescription): \(text)")
    #endif
  }

  /// A cancelled case is printed nowhere else.
  fileprivate func skip(_ reason: String) throws {
    print("skipped: \(testDescription): \(reason)")
    #if compiler(>=6.3)
      try Test.cancel(Comment(rawValue: reason))
    #endif
  }
}

/// The only run of the program.
private actor Gate {
  static let shared = Gate()

  private var known: [CheckCase]?

  var cases: [CheckCase] {
    let cases = known ?? Self.read()
    known = cases
    return cases
  }

  /// What keeps us from a report is a case that fails.
  private static func read() -> [CheckCase] {
    do {
      let (report, status) = try report()
      return try JSONDecoder().decode(Report.self, from: report).cases(status: status)
    } catch {
      return [CheckCase(target: "schemagate", check: "checked", failures: ["there is no report: \(error)"])]
    }
  }

  private static func report() throws -> (Data, status: Int32) {
    let environment = ProcessInfo.processInfo.environment
    if let file = environment["SCHEMAGATE_REPORT"] { return (try Data(contentsOf: URL(fileURLWithPath: file)), 0) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [environment["SCHEMAGATE"] ?? "schemagate", "check", "--format", "json"]
      + (environment["SCHEMAGATE_ARGS"] ?? "").split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw ProgramMissing() }
    return (text, process.terminationStatus)
  }
}

private struct ProgramMissing: Error, CustomStringConvertible {
  let description = "schemagate is not on PATH: install it, or name it in SCHEMAGATE"
}

// The parts of the report that make test cases; it holds more.

private struct Report: Decodable {
  let version: Int
  let verdict: String
  let errors: [Problem]
  let targets: [Target]

  struct Target: Decodable {
    let name: String
    let verdict: String
    let errors: [Problem]
    let checks: [Check]
    let notChecked: [NotChecked]
  }

  struct Problem: Decodable {
    let what: String
    let at: String?
    let `try`: String?
    let lines: String?
  }

  struct Check: Decodable {
    let id: String
    let outcome: String
    let reason: String?
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let rule: String
    let severity: String
    let message: String
    let evidence: String?
    let remedy: String
    let location: Location?
    let declarations: [String]?
    let existing: Bool
    let waived: String?
  }

  struct Location: Decodable {
    let path: String
    let line: Int?
  }

  struct NotChecked: Decodable {
    let what: String
    let why: String
  }
}

extension Report {
  func cases(status: Int32) throws -> [CheckCase] {
    guard version == 1 else { throw OtherVersion(found: version) }
    // `--fail-on warning` fails with a report that says "passed".
    let isStrict = status == 1 && verdict == "passed"
    var whole = CheckCase(target: "schemagate", check: "checked", failures: errors.map(\.text))
    if status > 1, verdict != "unknown" { whole.failures.append("schemagate ended with status \(status)") }
    // No verdict but a pass may end without a case that says so.
    if whole.failures.isEmpty, !(["passed"] + targets.map(\.verdict)).contains(verdict) {
      whole.failures.append("the report's verdict is \(verdict.shown)")
    }
    return (whole.failures.isEmpty && !targets.isEmpty ? [] : [whole]) + targets.flatMap { $0.cases(isStrict) }
  }
}

private struct OtherVersion: Error, CustomStringConvertible {
  let found: Int
  var description: String { "the report has version \(found), and this file reads version 1" }
}

extension Report.Target {
  fileprivate func cases(_ isStrict: Bool) -> [CheckCase] {
    var first = CheckCase(target: name.shown, check: "checked")
    switch verdict {
    case "unknown": first.failures = errors.isEmpty ? ["it could not be checked", reasons] : errors.map(\.text)
    case "unchanged": first.skipped = "the branch changes nothing that this target is made of"
    default: break
    }
    let checks = checks.map { $0.asCase(of: name.shown, isStrict) }
    if verdict == "failed", checks.allSatisfy(\.failures.isEmpty) { first.failures = ["the target failed"] }
    var unseen = CheckCase(target: name.shown, check: "not-checked")
    unseen.skipped = reasons
    return [first] + checks + (notChecked.isEmpty ? [] : [unseen])
  }
}

extension Report.Target {
  fileprivate var reasons: String { notChecked.map { "\($0.what): \($0.why)".shown }.joined(separator: "\n") }
}

extension Report.Check {
  fileprivate func asCase(of target: String, _ isStrict: Bool) -> CheckCase {
    let live = findings.filter { !$0.existing && $0.waived == nil }
    var result = CheckCase(target: target, check: id)
    if outcome == "skipped" { result.skipped = (reason ?? "no reason was given").shown }
    result.failures = live.filter { $0.severity == "error" || (isStrict && $0.severity == "warning") }.map(\.text)
    result.warnings = live.filter { $0.severity == "warning" && !isStrict }.map(\.text)
    return result
  }
}

extension Report.Finding {
  fileprivate var text: String {
    let place = location.map { "\n  at: \($0.path)" + ($0.line.map { ":\($0)" } ?? "") } ?? ""
    let evidence = evidence.map { "\n    " + $0.replacingOccurrences(of: "\n", with: "\n    ") } ?? ""
    let lines = (declarations ?? []).map { "\n  \($0)" }.joined()
    return "\(message) [\(rule)]\(place)\(evidence)\n  try: \(remedy)\(lines)".shown
  }
}

extension Report.Problem {
  fileprivate var text: String {
    let parts = [at.map { "  at: \($0)" }, self.try.map { "  try: \($0)" }, lines].compactMap { $0 }
    return ([what] + parts).joined(separator: "\n").shown
  }
}

extension String {
  /// Names come from a branch: what a terminal would obey is spelled out.
  fileprivate var shown: String {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format: "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
