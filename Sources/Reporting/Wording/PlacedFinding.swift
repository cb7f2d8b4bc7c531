import SchemagateModel

/// A finding with its target, and a fingerprint that stays the same while others are mended and lines move.
struct PlacedFinding {
  let target: TargetReport
  let finding: Finding
  let fingerprint: String

  var place: SourceLocation { target.place(of: finding) }
  var isOpen: Bool { !finding.existing && finding.waived == nil }

  /// Every finding, errors first; otherwise in the order of a sorted report.
  static func all(in report: Report) -> [PlacedFinding] {
    var seen: [String: Int] = [:]
    let placed = report.targets.flatMap { target in
      target.checks.flatMap(\.findings).map { finding in
        let identity = identity(finding, in: target)
        seen[identity, default: 0] += 1
        return PlacedFinding(
          target: target, finding: finding, fingerprint: Digest.fnv1a("\(identity)\n\(seen[identity] ?? 1)"))
      }
    }
    return Severity.allCases.reversed().flatMap { severity in placed.filter { $0.finding.severity == severity } }
  }

  /// What makes it the same finding in another commit: neither its line nor its words.
  private static func identity(_ finding: Finding, in target: TargetReport) -> String {
    [
      target.name, finding.rule, finding.migration?.rawValue ?? "", finding.object ?? "",
      target.place(of: finding).path,
    ].joined(separator: "\n")
  }
}
