import SchemagateModel

/// One target's part of the comment, in the order in which a reviewer needs it.
struct TargetComment {
  let report: Report
  let target: TargetReport
  let cut: CommentCut
  /// Whether the target is one of several: its name and verdict need a heading of their own.
  let named: Bool
  let repeats: RepeatedFindings
  /// Whether the way to see it at home stands here, or below all targets.
  var reproduced = true

  static let errorsShown = 5

  private var isUnknown: Bool { target.verdict == .unknown }
  private var errorsShown: Int { cut == .targets ? 1 : Self.errorsShown }

  /// Without what a target further up says.
  private var groups: FindingGroups {
    FindingGroups(target.checks.flatMap(\.findings).filter { $0.severity == .error || !isSaid($0) })
  }

  private func isSaid(_ finding: Finding) -> Bool {
    !finding.existing && finding.waived == nil && repeats.isSaid(finding, before: target)
  }

  var sections: [Markdown] {
    heading + access + causes + unseen + (isUnknown ? setup : []) + blocking + echoes + command + migrations
      + environments + waivers
      + warnings + folded + (isUnknown ? [] : setup)
  }

  private var heading: [Markdown] {
    guard named else { return [] }
    let verdict = VerdictWording(target)
    return ["### \(text: verdict.icon) \(code: target.name): \(text: verdict.sentence)"]
  }

  /// One line for each, since each is a decision of its own.
  private var access: [Markdown] {
    guard !target.access.isEmpty else { return [] }
    let limit = cut == .targets ? 3 : 10
    let lines = target.access.prefix(limit).map(AccessText.markdown)
    let rest = target.access.dropFirst(limit)
    guard !rest.isEmpty else { return [Markdown.joined(lines, separator: "\n")] }
    let title: Markdown = "… and \(rest.count) more changes of access"
    let more =
      cut >= .evidence
      ? title : Markdown.details(title, [Markdown.joined(rest.prefix(50).map(AccessText.markdown), separator: "\n")])
    return [Markdown.joined(lines, separator: "\n"), more]
  }

  private var causes: [Markdown] {
    guard target.errors.isEmpty, target.verdict == .unknown else {
      return target.errors.prefix(errorsShown).flatMap { error in
        let lines = error.lines.map { Markdown.fence(VisibleText.block($0, lines: 20, width: 300), language: "yaml") }
        return [Self.cause(error)] + [lines].compactMap { $0 }
      }
    }
    // The first of these is what makes it unknown.
    return target.everythingNotChecked.prefix(1).map { note in
      "**Not checked: \(sentence: Spoken.continuing(note.what)).**\\\n\(reason(note))"
    }
  }

  /// What the errors, found without a database, must not let a reader forget.
  private var unseen: [Markdown] {
    guard target.verdict == .failed, target.errors.isEmpty, target.wasNotRehearsed else { return [] }
    return target.notChecked.prefix(1).map { "❓ **Whether the migrations apply was not checked.**\\\n\(reason($0))" }
  }

  private func reason(_ note: NotChecked) -> Markdown {
    let remedy: Markdown = note.try.map { "\\\n→ \(sentence: Spoken.opening($0))" } ?? ""
    return "\(sentence: Spoken.opening(note.why))\(remedy)"
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
    let file: [Markdown] = [
      "Put this in \(code: path); it runs first, as administrator:",
      Markdown.fence(VisibleText.block(setup, lines: cut >= .evidence ? 40 : 200, width: 300), language: "sql"),
      "and name it in `schemagate.yml`:",
      Markdown.fence(["targets:", "  \(YAMLText.key(target.name)):", "    setup: \(path)"], language: "yaml"),
    ]
    // Where the check came to its end all the same, it is an improvement and not what stops it.
    guard !isUnknown else { return file }
    return [Markdown.details("The scratch database lacked what production has, and went on with stand-ins", file)]
  }

  private var blocking: [Markdown] {
    let findings = FindingGroups.varied(groups.open(target.verdict))
    let shown = findings.prefix(errorsShown).flatMap { finding in
      FindingComment(
        report: report, target: target, finding: finding, brief: cut >= .evidence, elsewhere: elsewhere(finding)
      ).sections
    }
    let rest = findings.dropFirst(errorsShown)
    guard !rest.isEmpty else { return shown }
    let title: Markdown = "… and \(rest.count) more"
    return shown + [cut >= .evidence ? title : Markdown.details(title, [list(rest.prefix(25), of: rest.count)])]
  }

  /// Warnings that its heading counts and a target further up tells.
  private var echoes: [Markdown] {
    let count = FindingGroups(target).warnings.count(where: isSaid)
    guard count > 0, cut < .warnings else { return [] }
    return ["⚠️ \(text: Count.of(count, "warning", "warnings")) as above"]
  }

  private func elsewhere(_ finding: Finding) -> Markdown {
    let others = repeats.others(finding).map { other in
      Markdown.link("\(code: other.target)", other.location.flatMap { SourceLink(report).url($0) })
    }
    return others.isEmpty ? "" : " · the same in \(Markdown.joined(others, separator: ", "))"
  }

  /// For a reader who wants to see it at home; a clean result needs none.
  private var command: [Markdown] {
    guard reproduced, let command = report.command, cut < .evidence, target.hasSomethingToSee else { return [] }
    let only = named && !command.contains(" --target ") ? " --target \(ShellText.word(target.name))" : ""
    return Self.reproducing(command + only)
  }

  static func reproducing(_ command: String) -> [Markdown] {
    ["Reproduce:", Markdown.fence([command], language: "sh")]
  }

  private var migrations: [Markdown] {
    guard cut < .rows else { return [] }
    return MigrationTable(report: report, target: target).sections
  }

  private var environments: [Markdown] {
    guard !target.environments.isEmpty, cut < .targets else { return [] }
    let lines = target.environments.prefix(10).map { environment -> Markdown in
      let icon: Markdown = environment.outcome == .applies ? "✅" : "⚠️"
      return "\(icon) \(sentence: Spoken.opening(EnvironmentText(environment: environment).line))"
    }
    return [Markdown.joined(lines, separator: "\\\n")]
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
    guard !warnings.isEmpty, groups.open(target.verdict) != warnings, cut < .warnings else { return [] }
    let title = Count.of(warnings.count, "warning", "warnings")
    return [Markdown.details("⚠️ \(html: title)", [list(warnings.prefix(25), of: warnings.count)])]
  }

  private var folded: [Markdown] {
    FoldedComment(report: report, target: target, groups: groups, repeats: repeats, cut: cut).sections
  }

  func list(_ findings: some Collection<Finding>, of total: Int) -> Markdown {
    let lines = findings.map { finding -> Markdown in
      let place: Markdown = finding.location.map { " (\(placeLink($0)))" } ?? ""
      let what: Markdown =
        "\(FindingComment.icon(finding.severity))\(sentence: finding.message) · \(code: finding.rule)\(place)\(elsewhere(finding))"
      return "- \(what)\\\n  → \(sentence: finding.remedy)\(declaration(finding))"
    }
    let more: [Markdown] = total > findings.count ? ["- … and \(total - findings.count) more"] : []
    return Markdown.joined(lines + more, separator: "\n")
  }

  /// The line to add, where it isn't so long that inline code would be cut.
  private func declaration(_ finding: Finding) -> Markdown {
    let lines = Copyable.declarations(of: finding).filter { !Copyable.isWaiver($0) }
    guard let line = lines.first, lines.count == 1, line.unicodeScalars.count <= 120 else { return "" }
    return " \(code: line)"
  }

  private func placeLink(_ location: SourceLocation) -> Markdown {
    Markdown.link("\(code: location.text)", SourceLink(report).url(location))
  }
}
