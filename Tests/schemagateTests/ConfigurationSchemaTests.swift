import Checking
import Foundation
import MigrationTools
import TestSupport
import Testing

@testable import schemagate

@Suite("the JSON schema of schemagate.yml")
struct ConfigurationSchemaTests {
  @Test("stands in the repository as the reader's words make it")
  func agreesWithTheFile() throws {
    let file = Self.root.appendingPathComponent("schemagate.schema.json")
    let text = try ConfigurationSchema.text()
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(text.utf8).write(to: file)
      Issue.record("schemagate.schema.json was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == text, "SCHEMAGATE_RECORD=1 writes schemagate.schema.json anew")
  }

  @Test("describes every key that the reader takes, and no other")
  func keys() {
    for part in ConfigurationPart.allCases {
      #expect(Set(part.nodes.keys) == Set(part.keys), "\(part)")
      #expect(Set(part.keys).count == part.keys.count, "\(part)")
    }
  }

  @Test("a validator that isn't ours takes and refuses the same files as the reader")
  func agreesWithTheReader() throws {
    let samples = try Self.samples()
    #expect(samples.filter(\.isAccepted).count > 100)
    for (sample, complaint) in zip(samples, try Validator.complaints(about: samples.map(\.text))) {
      #expect((complaint == nil) == sample.isAccepted, "\(sample.name): \(complaint ?? "valid")\n\(sample.text)")
      #expect(Self.reads(sample.text) == sample.isAccepted, "\(sample.name) is read otherwise")
    }
  }

  private struct Sample {
    let name: String
    let text: String
    let isAccepted: Bool
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardized

  /// The configurations of all scenarios and of the README, what `init` writes, and mistakes.
  private static func samples() throws -> [Sample] {
    let scenarios = root.appendingPathComponent("Tests/Scenarios")
    let paths = FileManager.default.enumerator(atPath: scenarios.path)?.compactMap { $0 as? String } ?? []
    let found = try paths.filter { $0.hasSuffix("/schemagate.yml") }.sorted().map { path in
      Sample(
        name: path, text: try String(contentsOf: scenarios.appendingPathComponent(path), encoding: .utf8),
        isAccepted: true)
    }
    let documents = try ["README.md"].map { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }
    let shown = documents.flatMap(yamlBlocks).map { Sample(name: "a document", text: $0, isAccepted: true) }
    return found + shown + accepted.map { Sample(name: "accepted", text: $0, isAccepted: true) }
      + refused.map { Sample(name: "refused", text: $0, isAccepted: false) }
  }

  /// The fenced blocks that are configurations.
  private static func yamlBlocks(of markdown: String) -> [String] {
    markdown.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
      .filter { $0.hasPrefix("version: 1") || $0.hasPrefix("targets:") }
  }

  private static func reads(_ text: String) -> Bool {
    let reader = ConfigurationReader(
      environment: ["TEST_SERVER": "postgresql://test/x", "URL": "sqlite:x"], tools: ToolCatalog.all.map(\.name),
      rules: RuleCatalog.all.map(\.metadata.id))
    return (try? reader.read(text)) != nil
  }

  private static let accepted = [
    "", "version: 1", "targets: {shop: }", "targets: {shop: {server-version: 16}}", "rules: {down-empty: off}",
    "targets: {shop: {migrations: {postgresql: a, sqlite: [b, c]}}}", "targets: {shop: {setup: {preset: supabase}}}",
    "targets: {shop: {tool: {name: files, up: \"{version}.sql\", split: false}}}",
    "targets: {shop: {schema: {command: make schema, inputs: [\"app/**\"]}, rows: 0, data: a.sql}}",
    "targets: {shop: {server: \"${TEST_SERVER}\", environments: {production: \"${URL}\", staging: db/staging.sql}}}",
    "allow: [{rule: down-empty, on: public.a_*, because: x, until: 2027-01-31}]",
    "budget: {migration: 500ms, total: 1.5m}", "targets: {shop: {functions: [\"f/1\", \"g/-1\"], engines: [sqlite]}}",
  ]

  private static let refused = [
    "versio: 1", "version: 2", "[a]", "targets: [a]", "targets: {shop: {engin: sqlite}}",
    "targets: {shop: {engine: oracle}}", "targets: {shop: {engine: sqlite, engines: [mysql, mariadb]}}",
    "targets: {shop: {migrations: ../elsewhere}}", "targets: {shop: {migrations: /absolute}}",
    "targets: {shop: {migrations: {oracle: a}}}", "targets: {shop: {tool: flywy}}", "targets: {shop: {tool: files}}",
    "targets: {shop: {tool: {name: command}}}", "targets: {shop: {tool: {nam: dbmate}}}",
    "targets: {shop: {tool: {split: maybe}}}", "targets: {shop: {setup: {files: a.sql}}}",
    "targets: {shop: {setup: {preset: heroku}}}", "targets: {shop: {schema: {inputs: a}}}",
    "targets: {shop: {privileges: root}}", "targets: {shop: {expectations: some}}", "targets: {shop: {rows: many}}",
    "targets: {shop: {functions: normalize}}", "targets: {shop: {server: localhost}}", "rules: {no-such-rule: error}",
    "rules: {down-empty: fatal}", "budget: {migration: 30}", "budget: {total: 3 hours}", "allow: [{rule: down-empty}]",
    "allow: [{because: x}]", "allow: [{rule: down-empty, because: x, until: soon}]", "allow: {rule: down-empty}",
  ]
}

/// PyPI's `jsonschema`, one process for all texts.
private enum Validator {
  /// `nil` for what is valid.
  static func complaints(about texts: [String]) throws -> [String?] {
    let folder = try TemporaryFolder()
    try folder.write("check.py", program)
    try folder.write("schema.json", ConfigurationSchema.text())
    try folder.write("texts.json", String(decoding: try JSONEncoder().encode(texts), as: UTF8.self))
    let result = try Running(TestTools.path(of: "python3"), ["check.py"], in: folder.path).result()
    guard result.status == 0 else { throw Failed(error: result.error) }
    return try JSONDecoder().decode([String?].self, from: Data(result.output.utf8))
  }

  struct Failed: Error { let error: String }

  /// YAML 1.2's words, as editors read them: `off` is text, and a date is, too.
  private static let program = #"""
    import json, re, yaml, jsonschema

    class Core(yaml.SafeLoader): pass
    Core.yaml_implicit_resolvers = {}
    def word(tag, pattern):
        Core.add_implicit_resolver(tag, re.compile(pattern), None)
    word("tag:yaml.org,2002:bool", r"^(?:true|false)$")
    word("tag:yaml.org,2002:null", r"^(?:~|null|)$")
    word("tag:yaml.org,2002:int", r"^-?[0-9]+$")
    word("tag:yaml.org,2002:float", r"^-?[0-9]+\.[0-9]+$")

    schema = json.load(open("schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    def complaint(text):
        error = next(validator.iter_errors(yaml.load(text, Core)), None)
        return error.message if error else None
    print(json.dumps([complaint(text) for text in json.load(open("texts.json"))]))
    """#
}
