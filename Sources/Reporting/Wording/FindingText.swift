import SchemagateModel

/// A finding, or an error, as plain text of a few lines.
enum FindingText {
  /// What happened, then the evidence, the place, the remedy and the lines to copy.
  static func whole(_ finding: Finding) -> String {
    let head = "\(finding.severity.rawValue): \(sentence(finding.message)) [\(line(finding.rule))]"
    let place = finding.location.map { ["at: \(line($0.text))"] } ?? []
    return ([head] + place + indented(finding.evidence) + remedy(finding)).joined(separator: "\n")
  }

  /// The same without what the format shows in places of its own: severity, rule and place.
  static func body(_ finding: Finding) -> String {
    ([sentence(finding.message)] + indented(finding.evidence) + remedy(finding)).joined(separator: "\n")
  }

  static func sentence(_ text: String) -> String { VisibleText.line(Spoken.plain(text), limit: 600) }

  static func whole(_ error: ErrorReport) -> String {
    let at = error.at.map { ["at: \(line($0))"] } ?? []
    let remedy = error.try.map { ["try: \(sentence($0))"] } ?? []
    return ([sentence(error.what)] + at + remedy + indented(error.lines)).joined(separator: "\n")
  }

  static func whole(_ note: NotChecked) -> String { sentence("\(note.what): \(note.why)") }

  private static func remedy(_ finding: Finding) -> [String] {
    ["try: \(sentence(finding.remedy))"]
      + Copyable.declarations(of: finding).map { Copyable.isWaiver($0) ? "or accept it: \($0)" : "  \($0)" }
  }

  private static func indented(_ text: String?) -> [String] {
    VisibleText.block(text ?? "", lines: 20).map { "    " + $0 }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func line(_ text: String) -> String { VisibleText.line(text, limit: 400) }
}

extension TargetReport {
  /// Why there is no verdict on it: its errors, or what was not checked where that alone made it unknown.
  var obstacles: [ErrorReport] {
    guard verdict == .unknown, errors.isEmpty else { return errors }
    guard !notChecked.isEmpty else { return [ErrorReport(what: "it could not be checked")] }
    return notChecked.map { ErrorReport(what: "\($0.what): \($0.why)") }
  }
}
