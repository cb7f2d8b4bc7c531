import SchemagateModel
import Yams

/// Reads `schemagate.yml`. Everything that it needs to know is given: it looks at no environment and no file.
struct ConfigurationReader: Sendable {
  /// The file's name in errors.
  let file: String
  /// Values for `${NAME}`; `nil` leaves them as written, for a file that is read for its policy alone.
  let environment: [String: String]?
  /// The names of all tools.
  let tools: [String]
  /// The ids of all rules; with none, rules aren't checked.
  let rules: [String]

  init(
    file: String = Configuration.usualFile, environment: [String: String]? = [:], tools: [String], rules: [String] = []
  ) {
    self.file = file
    self.environment = environment
    self.tools = tools
    self.rules = rules
  }

  func read(_ text: String) throws -> Configuration {
    var configuration = Configuration(file: file)
    guard let root = try root(of: text) else { return configuration }
    let fields = try root.dictionary(known: ConfigurationKeys.root)
    if let version = fields["version"] { try check(version) }
    configuration.base = try fields["base"]?.text()
    if let rules = fields["rules"] { configuration.rules = try settings(rules) }
    if let budget = fields["budget"] { configuration.budget = try self.budget(budget) }
    configuration.allow = try fields["allow"]?.list().map(waiver) ?? []
    if let targets = fields["targets"] { try read(targets, into: &configuration) }
    return configuration
  }

  private func root(of text: String) throws -> YAMLValue? {
    do {
      let parser = try Parser(yaml: text)
      guard let node = try parser.nextRoot() else { return nil }
      let root = YAMLValue(node: node, key: "", file: file)
      if let second = try parser.nextRoot() {
        throw ConfigurationError(.severalDocuments, at: .init(file: file, line: second.mark?.line))
      }
      if root.isMissing { return nil }
      guard node.mapping != nil else { throw YAMLValue(node: node, key: file, file: file).wrongType("a mapping") }
      return root
    } catch let error as YamlError {
      throw ConfigurationError(error, file: file)
    }
  }

  private func check(_ version: YAMLValue) throws {
    let text = try version.text("the number 1")
    guard text == "1" else { throw version.error(.unsupportedVersion(text)) }
  }

  private func read(_ targets: YAMLValue, into configuration: inout Configuration) throws {
    if targets.isMissing { throw targets.error(.noTargets) }
    let members = try targets.members()
    guard !members.isEmpty else { throw targets.error(.noTargets) }
    let reader = TargetReader(environment: environment, tools: tools)
    for (name, value) in members {
      let (draft, unchecked) = try reader.read(name, value)
      for variant in draft.variants {
        configuration.targets.append(variant)
        if !unchecked.isEmpty { configuration.notYetChecked[variant.name] = unchecked }
      }
    }
  }

  private func settings(_ value: YAMLValue) throws -> [String: RuleSetting] {
    let members = try value.members(known: rules.isEmpty ? nil : rules)
    return Dictionary(try members.map { ($0.name, try setting($0.value)) }) { first, _ in first }
  }

  private func setting(_ value: YAMLValue) throws -> RuleSetting {
    let known = RuleSetting.words
    let text = try value.text("one of " + known.joined(separator: ", "))
    if text == "off" { return .off }
    guard let severity = Severity(rawValue: text) else {
      throw value.error(.unknownWord(text, key: value.key, known: known))
    }
    return .severity(severity)
  }

  private func budget(_ value: YAMLValue) throws -> Configuration.Budget {
    let fields = try value.dictionary(known: ConfigurationKeys.budget)
    return Configuration.Budget(
      migration: try fields["migration"]?.seconds(), total: try fields["total"]?.seconds())
  }

  private func waiver(_ value: YAMLValue) throws -> LastingWaiver {
    let fields = try value.dictionary(known: ConfigurationKeys.waiver)
    guard let rule = fields["rule"] else { throw value.error(.missingKey("rule", under: value.key)) }
    guard let because = fields["because"] else { throw value.error(.missingKey("because", under: value.key)) }
    let name = try rule.text()
    if !rules.isEmpty, !rules.contains(name) {
      throw rule.error(.unknownWord(name, key: rule.key, known: rules))
    }
    return LastingWaiver(
      rule: name, on: try fields["on"]?.pattern(), because: try because.text(), until: try fields["until"]?.date())
  }
}

extension ConfigurationError {
  /// The parser's own complaint, in its words and at its place.
  init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(.syntax(problem: problem), at: .init(file: file, line: mark.line))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(.duplicateKey(keys.first ?? "?"), at: .init(file: file, line: context.mark.line))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      self.init(.syntax(problem: problem), at: .init(file: file, line: nil))
    case .no, .memory, .dataCouldNotBeDecoded:
      self.init(.syntax(problem: "it can't be decoded"), at: .init(file: file, line: nil))
    }
  }
}

extension RuleSetting {
  /// What may stand behind a rule's id.
  static let words = ["error", "warning", "notice", "off"]
}
