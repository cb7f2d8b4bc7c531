import SchemagateModel

/// One target's part of the comment, in the order in which a reviewer needs it.
struct TargetComment {
  let report: Report
  let target: TargetReport
  let cut: CommentCut
  /// Whether the target's name and verdict need a heading of their own.
  let named: Bool

  private var groups: FindingGroups { FindingGroups(target) }
  private var errorsShown: Int { cut == .targets ? 1 : 5 }

  var sections: [Markdown] {
    heading + access + causes + setup + blocking + migrations + waivers + warnings + folded
  }

  private var heading: [Markdown] {
    guard named else { return [] }
    let verdict = VerdictWording(target)
    return ["### \(text: verdict.icon) \(code: target.name): \(text: verdict.sentence)"]
  }

  private var access: [Markdown] {
    let sentences = AccessWording.sentences(target.changes)
    guard !sentences.isEmpty else { return [] }
    let words = sentences.prefix(5).map { sentence in
      Markdown.joined(sentence.map(Self.piece), separator: "")
    }
    let more: [Markdown] = sentences.count > 5 ? ["\(sentences.count - 5) more changes of access are below"] : []
    return ["🔑 \(Markdown.joined(words + more, separator: "; "))."]
  }

  private static func piece(_ piece: AccessWording.Piece) -> Markdown {
    switch piece {
    case .words(let words): "\(text: words)"
    case .name(let name): "\(code: name)"
    }
  }

  private var causes: [Markdown] {
    guard target.errors.isEmpty, target.verdict == .unknown else {
      return target.errors.prefix(errorsShown).map(Self.cause)
    }
    // The first of these is what makes it unknown.
    return target.notChecked.prefix(1).map {
      "**\(sentence: Spoken.opening($0.what)) was not checked:** \(sentence: $0.why)"
    }
  }

  /// An error of ours: what, where, and what to do.
  static func cause(_ error: ErrorReport) -> Markdown {
    let place: Markdown = error.at.map { "\\\n\(code: $0)" } ?? ""
    let remedy: Markdown = error.try.map { "\\\n→ \(sentence: $0)" } ?? ""
    return "**\(sentence: Spoken.opening(error.what))**\(place)\(remedy)"
  }

  /// The ready file that gives the scratch world what production has.
  private var setup: [Markdown] {
    guard let setup = target.setup, cut < .targets else { return [] }
    let path = "schemagate/setup.sql"
    return [
      "Put this in \(code: path); it runs first, as administrator:",
      Markdown.fence(VisibleText.block(setup, lines: cut >= .evidence ? 40 : 200, width: 300), language: "sql"),
      "and name it in `schemagate.yml`:",
      Markdown.fence(["targets:", "  \(YAMLText.key(target.name)):", "    setup: \(path)"], language: "yaml"),
    ]
  }

  private var blocking: [Markdown] {
    let findings = groups.blocking(target.verdict)
    let shown = findings.prefix(errorsShown).flatMap { finding in
      FindingComment(report: report, target: target, finding: finding, brief: cut >= .evidence).sections
    }
    let rest = findings.dropFirst(errorsShown)
    guard !rest.isEmpty else { return shown }
    let title: Markdown = "… and \(rest.count) more"
    return shown + [cut >= .evidence ? title : Markdown.details(title, [list(rest.prefix(25), of: rest.count)])]
  }

  private var migrations: [Markdown] {
    guard cut < .rows else { return [] }
    return MigrationTable(report: report, target: target).sections
  }

  private var waivers: [Markdown] {
    guard !target.waivers.isEmpty, cut < .targets else { return [] }
    let lines = target.waivers.prefix(10).map { waiver -> Markdown in
      let on: Markdown = waiver.on.map { " on \(code: $0)" } ?? ""
      let place: Markdown = waiver.location.map { " (\(placeLink($0)))" } ?? ""
      return "- \(code: waiver.rule)\(on): \(text: waiver.because)\(place)"
    }
    let more: [Markdown] = target.waivers.count > 10 ? ["- … and \(target.waivers.count - 10) more"] : []
    let title = Count.of(target.waivers.count, "waiver", "waivers")
    return ["\(text: title) in use:\n\(Markdown.joined(lines + more, separator: "\n"))"]
  }

  private var warnings: [Markdown] {
    let warnings = groups.warnings
    let alreadyShown = groups.errors.isEmpty && target.verdict == .failed
    guard !warnings.isEmpty, !alreadyShown, cut < .warnings else { return [] }
    let title = Count.of(warnings.count, "warning", "warnings")
    let lines = list(warnings.prefix(25), of: warnings.count)
    // A few that stand alone are all that there is to say.
    let isOpen = groups.errors.isEmpty && warnings.count <= 3
    return isOpen ? [lines] : [Markdown.details("⚠️ \(html: title)", [lines])]
  }

  private var folded: [Markdown] {
    FoldedComment(report: report, target: target, groups: groups, cut: cut).sections
  }

  func list(_ findings: some Collection<Finding>, of total: Int) -> Markdown {
    let lines = findings.map { finding -> Markdown in
      let place: Markdown = finding.location.map { " (\(placeLink($0)))" } ?? ""
      return
        "- \(icon(finding))\(sentence: finding.message) · \(code: finding.rule)\(place)\\\n  → \(sentence: finding.remedy)"
    }
    let more: [Markdown] = total > findings.count ? ["- … and \(total - findings.count) more"] : []
    return Markdown.joined(lines + more, separator: "\n")
  }

  private func icon(_ finding: Finding) -> Markdown {
    switch finding.severity {
    case .error: "❌ "
    case .warning: "⚠️ "
    case .notice: ""
    }
  }

  private func placeLink(_ location: SourceLocation) -> Markdown {
    Markdown.link("\(code: location.text)", SourceLink(report).url(location))
  }
}
