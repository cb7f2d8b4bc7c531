import Checking
import SchemagateModel

/// Rules for scripts.
struct RuleListing: Encodable {
  private enum Keys: String, CodingKey { case version, rules }

  let rules: [RuleExplanation]

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(1, forKey: .version)
    try fields.encode(rules, forKey: .rules)
  }
}

extension RuleExplanation: Encodable {
  private enum Keys: String, CodingKey {
    case id, title, check, severity, defaultSeverity, rationale, remedy, configure, waive, waiveLastingly, fires
    case staysQuiet, firingExample, quietExample
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(rule.id, forKey: .id)
    try fields.encode(rule.title, forKey: .title)
    try fields.encode(rule.check.rawValue, forKey: .check)
    try fields.encode(severity, forKey: .severity)
    try fields.encode(rule.severity.rawValue, forKey: .defaultSeverity)
    try fields.encode(rule.rationale, forKey: .rationale)
    try fields.encode(rule.remedy, forKey: .remedy)
    try fields.encode(settingLine, forKey: .configure)
    try fields.encode(waiverLine, forKey: .waive)
    try fields.encode(lastingWaiver, forKey: .waiveLastingly)
    try fields.encode(rule.fires, forKey: .fires)
    try fields.encode(rule.staysQuiet, forKey: .staysQuiet)
    try fields.encode(ShownExample(examples.fires), forKey: .firingExample)
    try fields.encode(ShownExample(examples.staysQuiet), forKey: .quietExample)
  }
}

/// An example as its files.
private struct ShownExample: Encodable {
  let engine: String
  let tool: String
  let base: [File]
  let meanwhile: [File]
  let removes: [String]
  let head: [File]
  let says: String?

  struct File: Encodable {
    let path: String
    let text: String
  }

  init(_ example: RuleExample) {
    engine = example.engine.rawValue
    tool = example.tool
    base = example.base.files.map { File(path: $0.path, text: $0.text) }
    meanwhile = example.meanwhile.files.map { File(path: $0.path, text: $0.text) }
    removes = example.removes
    head = example.head.files.map { File(path: $0.path, text: $0.text) }
    says = example.says.isEmpty ? nil : example.says
  }
}
