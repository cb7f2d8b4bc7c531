import SchemagateModel

/// One target's part of the text.
struct TargetText {
  let report: Report
  let target: TargetReport
  let named: Bool
  let verbose: Bool

  func write(to writer: inout TerminalWriter) {
    let groups = FindingGroups(target)
    head(&writer)
    access(&writer)
    for error in target.errors { ErrorText(error).write(to: &writer) }
    setup(&writer)
    for finding in groups.errors + groups.warnings { write(finding, to: &writer) }
    notices(groups, &writer)
    migrations(&writer)
    environments(&writer)
    changes(&writer)
    rest(groups, &writer)
  }

  private func head(_ writer: inout TerminalWriter) {
    writer.blank()
    let version = target.engine.version.map { " \($0)" } ?? ""
    let server = "\(target.engine.name.title)\(version), \(target.tool)"
    let verdict = VerdictWording(target)
    let sentence = named ? ": \(verdict.sentence)" : ""
    writer.line((target.name, .strong), ("\(sentence) (\(server))", .plain))
    for assumption in target.assumptions { writer.line(("assumed: \(Spoken.plain(assumption))", .faint), indent: 2) }
  }

  private func access(_ writer: inout TerminalWriter) {
    for line in target.access.prefix(verbose ? target.access.count : 20) {
      writer.line(("access: ", .doubtful), (AccessText.plain(line), .plain), indent: 2)
      if verbose { writer.line((line.how, .faint), indent: 10) }
    }
    if !verbose, target.access.count > 20 {
      writer.line(("… and \(target.access.count - 20) more (--verbose lists them)", .faint), indent: 2)
    }
  }

  private func setup(_ writer: inout TerminalWriter) {
    guard let setup = target.setup else { return }
    writer.blank()
    writer.line(
      ("A file that provides what is missing; name it as this target's `setup:` in schemagate.yml:", .plain), indent: 2)
    writer.quote(setup, indent: 4, limit: 200)
  }

  private func write(_ finding: Finding, to writer: inout TerminalWriter) {
    writer.blank()
    let style: TerminalWriter.Style = finding.severity == .error ? .bad : .doubtful
    writer.line(
      ("\(finding.severity.rawValue): ", style), (Spoken.plain(finding.message), .strong),
      (" [\(finding.rule)]", .faint))
    if let location = finding.location { writer.line(("at: ", .faint), (location.text, .plain), indent: 2) }
    if let evidence = finding.evidence { writer.quote(evidence, indent: 4, limit: 20) }
    writer.line(("try: ", .faint), (Spoken.plain(finding.remedy), .plain), indent: 2)
    for line in Copyable.declarations(of: finding) {
      if Copyable.isWaiver(line) { writer.line(("or accept it, with a reason:", .faint), indent: 2) }
      writer.line((line, .plain), indent: 7)
    }
  }

  private func notices(_ groups: FindingGroups, _ writer: inout TerminalWriter) {
    guard !groups.notices.isEmpty else { return }
    writer.blank()
    for notice in groups.notices {
      let place = notice.location.map { " (\($0.text))" } ?? ""
      writer.line(("notice: ", .faint), (Spoken.plain(notice.message) + place, .plain), (" [\(notice.rule)]", .faint))
    }
  }

  private func environments(_ writer: inout TerminalWriter) {
    for environment in target.environments {
      writer.line(
        (EnvironmentText(environment: environment).line, environment.outcome == .applies ? .plain : .doubtful),
        indent: 2)
    }
  }

  private func migrations(_ writer: inout TerminalWriter) {
    let migrations = target.migrations
    guard !migrations.all.isEmpty else { return }
    writer.blank()
    writer.line(("migrations", .strong), indent: 2)
    let rows =
      migrations.added.map { row($0, "added") } + migrations.edited.map { row($0, "edited") }
      + migrations.renamed.map { row($0, "renamed") } + migrations.removed.map { row($0, "removed") }
      + migrations.skipped.map { row($0, "skipped") }
    writer.table(rows, indent: 4)
  }

  private func row(_ migration: MigrationReport, _ status: String) -> [String] {
    let step = migration.step
    let changes = ChangeGroup.groups(step?.changes ?? []).map { group in
      "\(group.change.verb.rawValue) \(group.change.kind.rawValue) \(group.change.name)"
    }
    let summary = changes.count > 2 ? "\(changes[0]) and \(changes.count - 1) more" : changes.joined(separator: ", ")
    let time = verbose ? step.map { Count.time(milliseconds: $0.milliseconds) } ?? "" : ""
    let name = migration.words
    return [status, name, summary, step.map { "rollback: \($0.rollback.rawValue)" } ?? "", time]
  }

  private func changes(_ writer: inout TerminalWriter) {
    let groups = ChangeGroup.groups(target.changes)
    guard !groups.isEmpty else { return }
    writer.blank()
    writer.line(("schema changes", .strong), indent: 2)
    let limit = verbose ? groups.count : 30
    writer.table(groups.prefix(limit).map(row), indent: 4)
    for change in groups.prefix(limit).map(\.change) {
      guard change.verb == .drop, let note = change.renameNote else { continue }
      writer.line(("\(change.kind.rawValue) \(change.name): \(note)", .plain), indent: 4)
    }
    if groups.count > limit {
      writer.line(("… and \(groups.count - limit) more (--verbose lists them)", .faint), indent: 4)
    }
  }

  private func row(_ group: ChangeGroup) -> [String] {
    let change = group.change
    let place = (change.on.map { " on \($0)" } ?? "") + (change.to.map { " to \($0)" } ?? "")
    let gone = change.verb == .drop ? "" : " → none"
    let differences = change.differences.map { attribute in
      let (base, head) = (attribute.base, attribute.head)
      return "\(attribute.name.rawValue) \(base ?? "")" + (head.map { (base == nil ? "" : " → ") + $0 } ?? gone)
    }
    let detail = group.contents ?? differences.joined(separator: ", ")
    let consequence = change.consequence == .harmless ? "" : change.consequence.rawValue
    return [
      "\(change.verb.rawValue) \(change.kind.rawValue)", change.name + place, detail, consequence,
      change.declared ? "declared" : "",
    ]
  }

  private func rest(_ groups: FindingGroups, _ writer: inout TerminalWriter) {
    writer.blank()
    for waiver in target.waivers {
      let on = waiver.on.map { " on \($0)" } ?? ""
      writer.line(("waived: ", .faint), ("\(waiver.rule)\(on) because \(waiver.because)", .plain), indent: 2)
    }
    if !groups.existing.isEmpty {
      writer.line(
        (Count.of(groups.existing.count, "finding", "findings") + " that base already has", .faint), indent: 2)
    }
    for note in target.everythingNotChecked {
      writer.line(("not checked: ", .faint), (Spoken.plain("\(note.what): \(note.why)"), .plain), indent: 2)
      if let remedy = note.try { writer.line(("try: ", .faint), (Spoken.plain(remedy), .plain), indent: 4) }
    }
    if verbose {
      buildOptions(&writer)
      timings(&writer)
    }
  }

  private func buildOptions(_ writer: inout TerminalWriter) {
    guard !target.engine.options.isEmpty else { return }
    writer.line(("built with: ", .faint), (target.engine.options.joined(separator: " "), .plain), indent: 2)
  }

  private func timings(_ writer: inout TerminalWriter) {
    for timing in target.timings {
      writer.line(
        ("time: ", .faint), ("\(timing.stage) \(Count.time(milliseconds: timing.milliseconds))", .plain), indent: 2)
    }
  }
}
