import SchemagateModel

/// What `schemagate.yml` says, checked but not yet completed by detection.
struct Configuration: Hashable, Sendable {
  /// The name of the file that it was read from, as errors and reports show it.
  var file: String
  var version: Int
  var base: String?
  /// In the file's order; empty where the file names none, so that detection finds them.
  var targets: [TargetDraft]
  var rules: [String: RuleSetting]
  var budget: Budget
  var allow: [LastingWaiver]
  /// Per target, the keys that are read but not acted upon yet: the report lists them as not checked.
  var notYetChecked: [String: [String]]

  /// The usual name of the file, at the repository's root.
  static let usualFile = "schemagate.yml"

  /// Time limits.
  struct Budget: Hashable, Sendable {
    /// Seconds that one migration may take.
    var migration: Double?
    /// Seconds that the whole check may take.
    var total: Double?
  }

  init(
    file: String = Configuration.usualFile, version: Int = 1, base: String? = nil, targets: [TargetDraft] = [],
    rules: [String: RuleSetting] = [:], budget: Budget = Budget(), allow: [LastingWaiver] = [],
    notYetChecked: [String: [String]] = [:]
  ) {
    self.file = file
    self.version = version
    self.base = base
    self.targets = targets
    self.rules = rules
    self.budget = budget
    self.allow = allow
    self.notYetChecked = notYetChecked
  }

  /// The targets to check: those of the file, completed by what was detected, or else the detected ones.
  func definitions(detected: [TargetDefinition]) throws -> [TargetDefinition] {
    targets.isEmpty ? detected : try targets.map { try $0.definition(detected: detected, file: file) }
  }
}
