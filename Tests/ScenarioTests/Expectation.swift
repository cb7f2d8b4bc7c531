import SchemagateModel
import Yams

/// What `expect.yml` says of a report.
struct Expectation: Sendable {
  var verdict: String
  var findings: [ExpectedFinding]
  /// Each is part of a line under "not checked".
  var notChecked: [String]
  /// All net changes, in any order; `nil` where they don't matter.
  var changes: [String]?
  /// All lines on access, without marks, in any order; those that weren't tried end in `(not tried)`. `nil` where they
  /// don't matter.
  var access: [String]?
  /// Each is a line of the ready setup file.
  var setup: [String]
  /// Each is part of an error's words.
  var errors: [String]
  /// The verdict of each target; `nil` where they don't matter.
  var targets: [String: String]?
  /// Files that the branch deletes, and files that main deletes meanwhile.
  var headRemoves: [String]
  var mainRemoves: [String]
  /// Further flags of `schemagate check`: `all`, `history-only`.
  var flags: [String]

  static let keys: Set<String> = [
    "about", "verdict", "findings", "not-checked", "changes", "access", "setup", "errors", "targets", "head-removes",
    "main-removes", "flags",
  ]

  init(yaml: String) throws {
    guard let fields = try Yams.load(yaml: yaml) as? [String: Any] else { throw ExpectationError.notAMapping }
    let unknown = Set(fields.keys).subtracting(Self.keys)
    guard unknown.isEmpty else { throw ExpectationError.unknownKeys(unknown.sorted()) }
    guard let verdict = fields["verdict"] as? String, fields["about"] is String else {
      throw ExpectationError.incomplete
    }
    self.verdict = verdict
    findings = try (fields["findings"] as? [[String: Any]] ?? []).map(ExpectedFinding.init)
    notChecked = fields["not-checked"] as? [String] ?? []
    changes = fields["changes"] as? [String]
    access = fields["access"] as? [String]
    setup = fields["setup"] as? [String] ?? []
    errors = fields["errors"] as? [String] ?? []
    targets = fields["targets"] as? [String: String]
    headRemoves = fields["head-removes"] as? [String] ?? []
    mainRemoves = fields["main-removes"] as? [String] ?? []
    flags = fields["flags"] as? [String] ?? []
  }
}

enum ExpectationError: Error {
  case notAMapping
  case unknownKeys([String])
  /// `about` and `verdict` are needed.
  case incomplete
  case unreadable(finding: String)
}

/// A finding that must be there. What it leaves out may be anything.
struct ExpectedFinding: Sendable {
  let rule: String
  let severity: String
  let migration: String?
  let target: String?
  let object: String?
  /// `path` or `path:line`
  let at: String?
  /// Part of the message or the evidence.
  let says: String?
  let waived: Bool
  let existing: Bool

  init(_ fields: [String: Any]) throws {
    let known: Set<String> = [
      "rule", "severity", "migration", "target", "object", "at", "says", "waived", "existing",
    ]
    guard let rule = fields["rule"] as? String, let severity = fields["severity"] as? String,
      known.isSuperset(of: fields.keys)
    else { throw ExpectationError.unreadable(finding: "\(fields)") }
    self.rule = rule
    self.severity = severity
    migration = fields["migration"].map { "\($0)" }
    target = fields["target"] as? String
    object = fields["object"] as? String
    at = fields["at"] as? String
    says = fields["says"] as? String
    waived = fields["waived"] as? Bool ?? false
    existing = fields["existing"] as? Bool ?? false
  }

  func fits(_ finding: Finding, of target: TargetReport) -> Bool {
    rule == finding.rule && severity == finding.severity.rawValue && waived == (finding.waived != nil)
      && existing == finding.existing && fits(migration, finding.migration?.rawValue) && fits(self.target, target.name)
      && fits(object, finding.object) && fitsPlace(finding.location) && fitsWords(finding)
  }

  private func fits(_ wanted: String?, _ found: String?) -> Bool { wanted == nil || wanted == found }

  private func fitsPlace(_ location: SourceLocation?) -> Bool {
    guard let at else { return true }
    return at == location?.path || at == location?.place
  }

  private func fitsWords(_ finding: Finding) -> Bool {
    guard let says else { return true }
    return finding.message.contains(says) || finding.evidence?.contains(says) == true
  }
}

extension SourceLocation {
  /// `path:line`, as `at:` has it.
  var place: String { line.map { "\(path):\($0)" } ?? path }
}
