import Checking
import SchemagateModel

/// What there is to know of a rule.
struct RuleExplanation {
  let rule: RuleMetadata
  let examples: RuleExamples
  /// What this repository's configuration says; `nil` where it leaves the rule as it is.
  let setting: RuleSetting?

  init(_ rule: any Rule, settings: [String: RuleSetting] = [:]) {
    self.rule = rule.metadata
    examples = rule.examples
    setting = settings[rule.metadata.id]
  }

  /// `error`, or what this repository sets it to.
  var severity: String {
    switch setting {
    case .severity(let severity)?: severity.rawValue
    case .off?: "off"
    case nil: rule.severity.rawValue
    }
  }

  /// Where this repository sets another severity, both.
  var severityInWords: String {
    severity == rule.severity.rawValue
      ? severity : "\(severity) in this repository (\(rule.severity.rawValue) by default)"
  }

  /// The line of `schemagate.yml` that sets it to another severity.
  var settingLine: String {
    "rules: {\(rule.id): \(rule.severity == .warning ? "error" : "warning")}   # error | warning | notice | off"
  }

  /// The comment line that accepts one finding, in a migration's up part.
  var waiverLine: String { "-- schemagate: allow \(rule.id) because REASON" }

  /// The entry of `schemagate.yml` that accepts findings for as long as it stands there.
  var lastingWaiver: String { "allow: [{rule: \(rule.id), because: \"REASON\", until: 2027-01-31}]" }
}

extension RuleExample {
  /// Every file with what it is to the branch, in the order of the story.
  var shownFiles: [(path: String, place: String, text: String)] {
    base.files.map { ($0.path, "base", $0.text) }
      + meanwhile.files.map { ($0.path, "base, meanwhile", $0.text) }
      + removes.map { ($0, "deleted by the branch", "") }
      + head.files.map { ($0.path, "the branch", $0.text) }
  }

  var setting: String { configuration == nil ? "as schemagate.yml says" : "\(engine.title), \(tool)" }
}
