import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import Reporting

@Suite("Reports for other programs are what their schemas ask for")
struct SchemaTests {
  static let rules = [
    RuleMetadata(
      id: "rollback-residue", title: "A down part leaves `something` behind", check: .rollback, severity: .error,
      rationale: "Arrays [1], `{0}` and \\ are text.", remedy: "Take it back.", fires: "a index stays",
      staysQuiet: "all is gone")
  ]

  /// Reports that no sample holds: nothing to check, and an accepted finding beside one that base has.
  static var others: [(name: String, report: Report)] {
    var empty = Sample.report(.unknown, [])
    empty.errors = [.init(what: "no target was found", at: "x", try: "y", lines: "a\nb")]
    empty.repository = nil
    empty.base = nil
    empty.head = nil
    var accepted = Sample.failing.report
    accepted.targets[0].checks[1].findings = [Sample.residue, Sample.undeclared]
    accepted.targets[0].checks[1].findings[0].waived = "known"
    accepted.targets[0].checks[1].findings[1].existing = true
    return [("empty", empty), ("accepted", accepted), ("nothing", Sample.report(.passed, []))]
  }

  /// Every sample in one format, as files of a folder.
  private func written(_ format: any ReportFormat) throws -> (folder: TemporaryFolder, files: [String]) {
    let folder = try TemporaryFolder()
    let reports = Sample.allCases.map { (name: $0.rawValue, report: $0.report) } + Self.others
    for (name, report) in reports {
      try folder.write(name, try format.render(report, RenderOptions(rules: Self.rules)))
    }
    return (folder, reports.map { folder.url.appendingPathComponent($0.name).path })
  }

  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test(
    "JUnit results, by the schema of Jenkins' plugin",
    .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
  func junit() throws {
    let (folder, files) = try written(JUnitFormat())
    let schema = PublishedSchema.path("junit-10.xsd")
    let result = try run("/usr/bin/env", ["xmllint", "--noout", "--schema", schema] + files)
    #expect(result.status == 0, "\(result.output)")
    try folder.write("wrong", "<testsuites><testsuite/></testsuites>")
    #expect(try run("/usr/bin/env", ["xmllint", "--noout", "--schema", schema, folder.path + "/wrong"]).status != 0)
  }

  @Test(
    "SARIF logs, by the schema of OASIS",
    .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
  func sarif() throws {
    let (folder, files) = try written(SARIFFormat())
    try folder.write("wrong", "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {}}}]}")
    let program = """
      import fastjsonschema, json, sys
      check = fastjsonschema.compile(json.load(open(sys.argv[1])))
      for name in sys.argv[2:]:
          try: check(json.load(open(name))); print("valid")
          except fastjsonschema.JsonSchemaException as error: print(name, error)
      """
    let schema = PublishedSchema.path("sarif-schema-2.1.0.json")
    let result = try run(
      TestTools.path(of: "python"), ["-c", program, schema] + files + [folder.path + "/wrong"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.dropLast() == files.map { _ in "valid" }[...], "\(result.output)")
    #expect(lines.last?.contains("name") == true)
  }

  @Test("code quality reports, by the shape that GitLab documents")
  func codeQuality() throws {
    let severities: Set = ["info", "minor", "major", "critical", "blocker"]
    for (name, report) in Sample.allCases.map({ ($0.rawValue, $0.report) }) + Self.others {
      let text = CodeQualityFormat().render(report, RenderOptions())
      let list = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]], "\(name)")
      #expect(Set(list.compactMap { $0["fingerprint"] as? String }).count == list.count, "\(name)")
      for entry in list {
        let location = try #require(entry["location"] as? [String: Any])
        #expect((location["path"] as? String)?.isEmpty == false)
        #expect(try #require((location["lines"] as? [String: Int])?["begin"]) >= 1)
        #expect(severities.contains(entry["severity"] as? String ?? ""))
        #expect((entry["check_name"] as? String)?.hasPrefix("schemagate/") == true)
        #expect((entry["description"] as? String)?.isEmpty == false)
      }
    }
  }
}

/// The schemas that `scripts/install-test-tools` puts beside the tools.
private enum PublishedSchema {
  static func path(_ name: String) -> String {
    TestTools.folder.deletingLastPathComponent().appendingPathComponent("schemas/\(name)").path
  }
}
