import SchemagateModel

/// One thing that a check needs or could use, and how it stands with it.
struct Diagnosis: Hashable {
  let section: Section
  let what: String
  let state: State

  enum Section: String, CaseIterable {
    case repository
    case targets
    case engines
    case programs
    case surroundings
  }

  enum State: Hashable {
    case found(String)
    /// It isn't needed here; what there is of it.
    case unneeded(String)
    /// A check runs without it.
    case advice(ErrorReport)
    /// A check can't run; `status` is what it would end with.
    case missing(ErrorReport, status: Int32)
  }

  /// The same error that a check would end with.
  static func failure(_ section: Section, _ what: String, _ error: any Error) -> Diagnosis {
    let known = error as? any ReportedError ?? Defect(detail: "\(error)")
    return Diagnosis(section: section, what: what, state: .missing(known.report, status: known.exitStatus))
  }
}

extension Diagnosis.State {
  var name: String {
    switch self {
    case .found: "found"
    case .unneeded: "unneeded"
    case .advice: "advice"
    case .missing: "missing"
    }
  }

  var mark: String {
    switch self {
    case .found: "✓"
    case .unneeded: "·"
    case .advice: "!"
    case .missing: "✗"
    }
  }

  var says: String {
    switch self {
    case .found(let words), .unneeded(let words): words
    case .advice(let report), .missing(let report, _): report.what
    }
  }

  var report: ErrorReport? {
    switch self {
    case .found, .unneeded: nil
    case .advice(let report), .missing(let report, _): report
    }
  }
}
