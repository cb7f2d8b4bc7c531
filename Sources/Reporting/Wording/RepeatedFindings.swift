import SchemagateModel

/// Warnings and notices that several targets share, as parallel trees of migrations do: said once, with all targets.
struct RepeatedFindings {
  private let places: [[String]: [(target: String, location: SourceLocation?)]]

  /// `targets` in the order in which the comment shows them.
  init(_ targets: [TargetReport]) {
    var places: [[String]: [(target: String, location: SourceLocation?)]] = [:]
    for target in targets {
      let groups = FindingGroups(target)
      for finding in groups.warnings + groups.notices where places[Self.key(finding)]?.last?.target != target.name {
        places[Self.key(finding), default: []].append((target.name, finding.location))
      }
    }
    self.places = places
  }

  /// Whether a target further up says it.
  func isSaid(_ finding: Finding, before target: TargetReport) -> Bool {
    places[Self.key(finding)]?.first.map { $0.target != target.name } ?? false
  }

  /// The targets that don't repeat it.
  func others(_ finding: Finding) -> [(target: String, location: SourceLocation?)] {
    Array(places[Self.key(finding)]?.dropFirst() ?? [])
  }

  /// A notice shows no evidence.
  private static func key(_ finding: Finding) -> [String] {
    let evidence = finding.severity == .notice ? "" : finding.evidence ?? ""
    return [finding.rule, finding.severity.rawValue, finding.message, finding.remedy, evidence] + finding.declarations
  }
}
