import SchemagateModel

/// Reports lasting waivers whose date is over.
struct WaiverExpired: Rule {
  let metadata = RuleMetadata(
    id: "waiver-expired", title: "A waiver is past its date", check: .expectations, severity: .warning,
    rationale:
      "It was given for a time, and that time is over on the day of head's commit; it accepts nothing any more.",
    remedy: "Delete the entry of `allow:`, or give it a new date.",
    fires: "it says `until: 2020-01-31`, and head was committed later",
    staysQuiet: "the date is the day of head's commit or a later one")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.waivers.compactMap { waiver in
      guard let until = waiver.until, waiver.isOver(on: evidence.headDate) else { return nil }
      return .expired(waiver, until: until)
    }
  }
}

extension LastingWaiver {
  /// Whether its last day lies before `date`; a date that isn't known is no day to end on.
  func isOver(on date: String?) -> Bool {
    guard let until, let date else { return false }
    return until < date
  }
}

extension Observation {
  fileprivate static func expired(_ waiver: LastingWaiver, until: String) -> Self {
    let on = waiver.on.map { " on " + Marked.code(ObjectName.dotted($0.parts)) } ?? ""
    return Self("The waiver of \(Marked.code(waiver.rule))\(on) ended on \(until); its reason was: \(waiver.because)")
  }
}
