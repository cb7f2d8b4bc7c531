import SchemagateModel

/// One target: its verdict, then its parts in the order in which a reviewer needs them.
struct TargetSection {
  let target: TargetReport
  let number: Int

  private let groups: FindingGroups
  let parts: [PagePart]

  init(report: Report, target: TargetReport, rules: RulePurpose, number: Int) {
    self.target = target
    self.number = number
    groups = FindingGroups(target)
    parts = TargetParts(report: report, target: target, rules: rules, groups: groups, anchor: "t\(raw: number)").all
  }

  /// Ids are made of numbers, never of names from a branch.
  var anchor: HTML { "t\(raw: number)" }

  /// The verdict as one small sign.
  var mark: HTML {
    let style = Badge.style(target.verdict, isMarred: !groups.warnings.isEmpty)
    return "<span class=\"dot \(style)\" aria-hidden=\"true\"></span>"
  }

  var html: HTML {
    """
    <section class="target" aria-labelledby="\(anchor)">
    <h2 id="\(anchor)">\(Badge.html(target.verdict, isMarred: !groups.warnings.isEmpty)) \(text: target.name)</h2>
    <p class="lead">\(text: Spoken.opening(VerdictWording(target).sentence)) <span class="faint">· \(EngineWords.html(target))</span></p>
    \(HTML.joined(parts.map { $0.html(in: anchor) }))
    </section>
    """
  }
}

/// What there is to show of one target; parts without anything to show are left out.
struct TargetParts {
  let report: Report
  let target: TargetReport
  let rules: RulePurpose
  let groups: FindingGroups
  let anchor: HTML

  private var isUnknown: Bool { target.verdict == .unknown }

  var all: [PagePart] {
    let findings = FindingParts(report: report, target: target, rules: rules, groups: groups, anchor: anchor)
    let changes = ChangeParts(target: target, anchor: anchor)
    let notes = NoteParts(report: report, target: target, groups: groups)
    let parts =
      [notes.access, causes] + (isUnknown ? [notes.setup] : []) + findings.open
      + [MigrationPart(report: report, target: target).part, notes.environments, notes.waivers]
      + [changes.diagram, changes.comparison, changes.list]
      + [TracePart(links: SourceLink(report), target: target).part] + findings.folded
      + (isUnknown ? [] : [notes.setup]) + [notes.notChecked, notes.assumptions, notes.timings]
    return parts.filter { !$0.body.isEmpty }
  }

  private var causes: PagePart {
    PagePart("causes", isUnknown ? "Why it could not be checked" : "Errors of the check", causeBoxes)
  }

  private var causeBoxes: [HTML] {
    guard target.errors.isEmpty, isUnknown else { return target.errors.map { ErrorBox(error: $0).html } }
    // The first of these is what makes it unknown.
    return target.everythingNotChecked.prefix(1).map { note in
      ErrorBox(error: ErrorReport(what: "not checked: \(note.what): \(note.why)", try: note.try)).html
    }
  }
}
