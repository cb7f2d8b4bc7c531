package import SchemagateModel

/// Joins the reports of one check that was made in parts.
package enum ReportMerge {
  /// One report of several, each with the name of its file. Parts that are missing make it unknown: a pass covers only what
  /// was checked.
  package static func merge(_ reports: [(source: String, report: Report)]) throws -> Report {
    guard let first = reports.first else { throw ReportMergeError.nothing }
    try requireSameCheck(reports)
    // A report that came to no commits says why, and nothing else.
    var merged = reports.first { $0.report.head != nil }?.report ?? first.report
    let parts = reports.compactMap { $0.report.shard }
    merged.shard = nil
    let order = parts.first?.targets ?? []
    merged.targets = try targets(reports).sorted { one, other in
      let places = [one, other].map { order.firstIndex(of: $0.name) ?? .max }
      return places[0] == places[1] ? precedes(one.name, other.name) : places[0] < places[1]
    }
    merged.errors = once(reports.flatMap(\.report.errors)) + missing(parts, in: merged.targets)
    merged.notes = once(reports.flatMap(\.report.notes)).filter { !parts.map(\.note).contains($0) }
    let trees = Set(reports.compactMap(\.report.mergedTree))
    merged.mergedTree = trees.count == 1 ? trees.first : nil
    merged.verdict = Verdict.overall(
      merged.targets.map(\.verdict) + reports.map(\.report.verdict) + (merged.errors.isEmpty ? [] : [.unknown]))
    return merged
  }

  private static func once<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// A target of two reports must be the same in both.
  private static func targets(_ reports: [(source: String, report: Report)]) throws -> [TargetReport] {
    var found: [String: (source: String, target: TargetReport)] = [:]
    for (source, report) in reports {
      for target in report.targets {
        if let other = found[target.name], other.target != target {
          throw ReportMergeError.targetTwice(target.name, files: [other.source, source])
        }
        found[target.name] = (source, target)
      }
    }
    return found.values.map(\.target)
  }

  /// The merge of base and head follows from their commits, and each target's inputs may be merged by themselves: its tree
  /// need not be the same.
  private static func requireSameCheck(_ reports: [(source: String, report: Report)]) throws {
    try requireSame("schemagate", reports) { $0.generator.version }
    try requireSame("key", reports) { $0.key }
    let known = reports.filter { $0.report.head != nil || $0.report.errors.isEmpty }
    try requireSame("base commit", known) { $0.base?.commit ?? "none" }
    try requireSame("head commit", known) { $0.head?.commit ?? "none" }
    try requireSame("merge base", known) { $0.mergeBase ?? "none" }
    try requireSame("repository", known) { $0.repository.map { "\($0.host)/\($0.path)" } ?? "none" }
    try requireSame("number of parts", reports.filter { $0.report.shard != nil }) {
      $0.shard.map { String($0.part.count) } ?? ""
    }
  }

  private static func requireSame(
    _ what: String, _ reports: [(source: String, report: Report)], _ value: (Report) -> String
  ) throws {
    guard let first = reports.first, let other = reports.first(where: { value($0.report) != value(first.report) })
    else { return }
    throw ReportMergeError.different(
      what, values: [first, other].map { value($0.report) }, files: [first.source, other.source])
  }

  private static func missing(_ parts: [ShardReport], in targets: [TargetReport]) -> [ErrorReport] {
    guard let count = parts.first?.part.count else { return [] }
    let given = Set(parts.map(\.part.index))
    let names = Set(targets.map(\.name))
    let lost = once(parts.flatMap(\.targets)).filter { !names.contains($0) }
    var errors = (1...count).filter { !given.contains($0) }.map { index in
      ErrorReport(
        what: "part \(index)/\(count) of the check is missing", try: "give its report, too: schemagate report merge …")
    }
    if !lost.isEmpty { errors.append(ErrorReport(what: "no report tells of \(lost.joined(separator: ", "))")) }
    return errors
  }
}

/// Reports that are no parts of one check.
package enum ReportMergeError: ReportedError, Hashable {
  case nothing
  /// What differs, with the values of two files.
  case different(_ what: String, values: [String], files: [String])
  /// A target of which two files tell different things.
  case targetTwice(String, files: [String])
}

extension ReportMergeError {
  package var exitStatus: Int32 { 2 }

  package var report: ErrorReport {
    switch self {
    case .nothing:
      ErrorReport(what: "there is no report to merge", try: "name the files: schemagate report merge A.json B.json")
    case .different(let what, let values, let files):
      ErrorReport(
        what: "the reports are of different checks: the \(what) is "
          + zip(values, files).map { "\($0) in \($1)" }.joined(separator: " and "),
        at: files.last, try: "merge reports of one run only")
    case .targetTwice(let target, let files):
      ErrorReport(
        what: "the target \(target) is in both \(files.joined(separator: " and ")), with different results",
        at: files.last, try: "leave one of them out")
    }
  }
}
