import SchemagateModel

/// What decides about a branch: read from base where base has a configuration, so that a branch can't loosen its own gate.
struct Policy: Hashable, Sendable {
  let rules: [String: RuleSetting]
  let budget: Configuration.Budget
  let allow: [LastingWaiver]
  let targets: [String: TargetPolicy]
  /// The targets of the file that decides: a target that the branch renames is known by its folders.
  private let decided: [TargetDraft]
  /// One sentence per difference between base's policy and the branch's, for `policy-changed`.
  private(set) var differences: [String]

  /// The part of the policy that belongs to one target.
  struct TargetPolicy: Hashable, Sendable {
    var ignore: [NamePattern]
    var expectations: ExpectationPolicy
    var privileges: Privileges
    /// A branch that could name any variable in a URL could send any secret to any host.
    var environments: [TargetEnvironment]

    init(_ draft: TargetDraft) {
      ignore = draft.ignore ?? []
      expectations = draft.expectations ?? .consequential
      privileges = draft.privileges ?? .owner
      environments = draft.environments
    }

    static let usual = TargetPolicy(TargetDraft(name: ""))
  }

  /// The operator's file wins, then base's, then the branch's; a target that only the branch knows brings its own.
  /// `isOnBase` tells whether base holds files in a folder: what base migrates without naming it has the usual policy.
  init(
    base: Configuration?, head: Configuration?, operator deciding: Configuration? = nil,
    isOnBase: (String) throws -> Bool = { _ in false }
  ) rethrows {
    let source = deciding ?? base ?? head ?? Configuration()
    rules = source.rules
    budget = source.budget
    allow = source.allow
    decided = source.targets
    let unnamed = try Self.unnamed(base: base, head: head, isOnBase)
    var targets = deciding == nil ? Self.targets(of: head) : [:]
    targets.merge(unnamed.map { ($0, .usual) }) { _, usual in usual }
    targets.merge(Self.targets(of: source)) { _, decided in decided }
    self.targets = targets
    differences = deciding == nil ? PolicyDifferences(base: base, head: head, unnamed: unnamed).sentences : []
  }

  /// The target with the policy in force.
  func applied(to target: TargetDefinition) -> TargetDefinition {
    let renamed = decided.named(target.name) == nil ? decided.sharing(target.migrations, target.engine) : nil
    let policy = renamed.map { TargetPolicy($0) } ?? targets[target.name] ?? .usual
    var target = target
    target.ignore = policy.ignore
    target.expectations = policy.expectations
    target.privileges = policy.privileges
    target.environments = policy.environments
    return target
  }

  func adding(_ sentences: [String]) -> Policy {
    var policy = self
    policy.differences += sentences
    return policy
  }

  /// The branch's targets whose files base has, although base's configuration doesn't name them.
  private static func unnamed(
    base: Configuration?, head: Configuration?, _ isOnBase: (String) throws -> Bool
  ) rethrows -> Set<String> {
    guard let base, let head else { return [] }
    let added = head.targets.filter { base.targets.counterpart(of: $0) == nil }
    return Set(try added.filter { try $0.migrations.contains(where: isOnBase) }.map(\.name))
  }

  private static func targets(of configuration: Configuration?) -> [String: TargetPolicy] {
    let targets = configuration?.targets ?? []
    return Dictionary(targets.map { ($0.name, TargetPolicy($0)) }) { first, _ in first }
  }
}

extension [TargetDraft] {
  /// The same target under its name, or under another name with a folder in common.
  func counterpart(of target: TargetDraft) -> TargetDraft? {
    named(target.name) ?? sharing(target.migrations, target.engine)
  }

  fileprivate func named(_ name: String) -> TargetDraft? { first { $0.name == name } }

  fileprivate func sharing(_ folders: [String], _ engine: EngineKind?) -> TargetDraft? {
    let sharing = filter { !Set(folders).isDisjoint(with: $0.migrations) }
    return sharing.first { $0.engine == engine } ?? sharing.first
  }
}
