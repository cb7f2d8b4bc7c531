import SchemagateModel

/// What decides about a branch: read from base where base has a configuration, so that a branch can't loosen its own gate.
struct Policy: Hashable, Sendable {
  let rules: [String: RuleSetting]
  let budget: Configuration.Budget
  let allow: [LastingWaiver]
  let targets: [String: TargetPolicy]
  /// One sentence per difference between base's policy and the branch's, for `policy-changed`.
  let differences: [String]

  /// The part of the policy that belongs to one target.
  struct TargetPolicy: Hashable, Sendable {
    var ignore: [NamePattern]
    var expectations: ExpectationPolicy
    var privileges: Privileges

    init(_ draft: TargetDraft) {
      ignore = draft.ignore ?? []
      expectations = draft.expectations ?? .consequential
      privileges = draft.privileges ?? .owner
    }

    static let usual = TargetPolicy(TargetDraft(name: ""))
  }

  /// The operator's file wins, then base's, then the branch's; a target that only the branch knows brings its own.
  init(base: Configuration?, head: Configuration?, operator deciding: Configuration? = nil) {
    let source = deciding ?? base ?? head ?? Configuration()
    rules = source.rules
    budget = source.budget
    allow = source.allow
    var targets = deciding == nil ? Self.targets(of: head) : [:]
    targets.merge(Self.targets(of: source)) { _, decided in decided }
    self.targets = targets
    differences = deciding == nil ? PolicyDifferences(base: base, head: head).sentences : []
  }

  /// The target with the policy in force.
  func applied(to target: TargetDefinition) -> TargetDefinition {
    let policy = targets[target.name] ?? .usual
    var target = target
    target.ignore = policy.ignore
    target.expectations = policy.expectations
    target.privileges = policy.privileges
    return target
  }

  private static func targets(of configuration: Configuration?) -> [String: TargetPolicy] {
    let targets = configuration?.targets ?? []
    return Dictionary(targets.map { ($0.name, TargetPolicy($0)) }) { first, _ in first }
  }
}
