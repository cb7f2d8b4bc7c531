import SchemagateModel

/// The verdict in words: the one line that everyone reads.
struct VerdictWording {
  let icon: String
  let sentence: String

  /// One target's verdict.
  init(_ target: TargetReport) {
    let groups = FindingGroups(target)
    let counts = Self.counts(errors: groups.errors.count, warnings: groups.warnings.count)
    let migrations = Self.migrations([target])
    // Models can be at fault where no migration changes.
    let place = target.migrations.all.isEmpty ? ", though no migration changes" : " in \(migrations)"
    switch target.verdict {
    case .passed where counts.isEmpty: (icon, sentence) = ("✅", "\(migrations) passed")
    case .passed: (icon, sentence) = ("⚠️", "\(migrations) passed, with \(counts)")
    case .failed where counts.isEmpty: (icon, sentence) = ("❌", "\(migrations) failed")
    case .failed: (icon, sentence) = ("❌", counts + place)
    case .unknown where counts.isEmpty:
      (icon, sentence) = ("❓", "could not be checked\(target.wasRehearsed ? " in full" : "")")
    case .unknown: (icon, sentence) = ("❓", "could not be checked to the end: \(counts)\(place)")
    case .unchanged: (icon, sentence) = ("✅", "no migration changes")
    }
  }

  /// The whole report's verdict.
  init(_ report: Report) {
    let touched = report.targets.filter { $0.verdict != .unchanged }
    if let only = touched.first, touched.count == 1, only.verdict == report.verdict {
      self = VerdictWording(only)
      return
    }
    let groups = touched.map(FindingGroups.init)
    let counts = Self.counts(
      errors: groups.map(\.errors.count).reduce(0, +), warnings: groups.map(\.warnings.count).reduce(0, +))
    let place = touched.isEmpty ? "" : " in \(Self.migrations(touched)) of \(touched.count) targets"
    switch report.verdict {
    case .passed where touched.isEmpty && report.comparesOneCommit:
      (icon, sentence) = ("➖", "nothing was compared: base and head are the same commit")
    case .passed where touched.isEmpty: (icon, sentence) = ("✅", "no migration changes")
    case .passed: (icon, sentence) = (counts.isEmpty ? "✅" : "⚠️", Self.passed(touched, counts))
    case .failed: (icon, sentence) = ("❌", (counts.isEmpty ? "failed" : counts) + place)
    case .unknown: (icon, sentence) = ("❓", Self.unknown(touched, counts))
    case .unchanged: (icon, sentence) = ("✅", "no migration changes")
    }
  }

  private static func passed(_ targets: [TargetReport], _ counts: String) -> String {
    let sentence = "\(migrations(targets)) of \(targets.count) targets passed"
    return counts.isEmpty ? sentence : "\(sentence), with \(counts)"
  }

  private static func unknown(_ targets: [TargetReport], _ counts: String) -> String {
    let unknown = targets.filter { $0.verdict == .unknown }.count
    guard unknown > 0 else { return "could not be checked" }
    let inFull = targets.allSatisfy { $0.verdict != .unknown || $0.wasRehearsed } ? " in full" : ""
    let sentence = "\(unknown) of \(targets.count) targets could not be checked\(inFull)"
    return counts.isEmpty ? sentence : "\(sentence), \(counts) in the rest"
  }

  /// `2 errors, 1 warning`; empty where there is neither.
  private static func counts(errors: Int, warnings: Int) -> String {
    var parts: [String] = []
    if errors > 0 { parts.append(Count.of(errors, "error", "errors")) }
    if warnings > 0 { parts.append(Count.of(warnings, "warning", "warnings")) }
    return parts.joined(separator: ", ")
  }

  private static func migrations(_ targets: [TargetReport]) -> String {
    let paths = targets.flatMap { target in target.migrations.all.map { "\(target.name)\n\($0.id)\n\($0.path)" } }
    return Count.of(Set(paths).count, "migration", "migrations")
  }
}

extension TargetReport {
  /// Whether the upgrade was carried out to its end, whatever else is unknown.
  var wasRehearsed: Bool { checks.contains { $0.id == .apply && $0.outcome == .passed } }
}

extension Report {
  /// Whether base and head are one commit, so that the answer says nothing about any change.
  fileprivate var comparesOneCommit: Bool {
    guard let base = base?.commit, let head else { return false }
    return base == head.commit && head.why != "--worktree"
  }
}
