import SchemagateModel

/// One row per migration that the branch touches: what it changed, what it cost, and whether it can be taken back.
struct MigrationPart {
  let report: Report
  let target: TargetReport

  private static let open = 25
  private static let most = 1000
  private static let titles: [HTML] = [
    "Migration", "In history", "Change", "Tables", "Rollback", "Strongest lock", "Rewrites or scans", "Rows",
    "Statements", "Time",
  ]

  private let links: SourceLink
  private let rejected: Set<MigrationID>
  private let accepted: Set<MigrationID>

  init(report: Report, target: TargetReport) {
    self.report = report
    self.target = target
    links = SourceLink(report)
    let findings = target.checks.flatMap(\.findings)
    rejected = Set(findings.filter { $0.rule == "migration-rejected" }.compactMap(\.migration))
    accepted = Set(
      target.checks.filter { $0.id == .rollback }.flatMap(\.findings).filter { $0.waived != nil }
        .compactMap(\.migration))
  }

  var part: PagePart {
    let rows = rows
    guard !rows.isEmpty else { return PagePart("migrations", "Migrations", []) }
    let history: HTML = "<p class=\"faint\">\(text: historyWords)</p>"
    let rest = rows.dropFirst(Self.open).prefix(Self.most)
    let folded =
      rest.isEmpty ? "" : HTML.details("\(text: Count.of(rest.count, "more", "more"))", [table(Array(rest))])
    return PagePart(
      "migrations", "Migrations", count: rows.count,
      [
        history, table(Array(rows.prefix(Self.open))), folded,
        HTML.more(rows.count - Self.open - Self.most, "migration", "migrations"),
      ])
  }

  private var historyWords: String {
    let base = Count.of(target.migrations.base, "migration", "migrations")
    return "\(base) at base, \(Count.grouped(target.migrations.head)) at head"
  }

  private func table(_ rows: [[HTML]]) -> HTML { HTML.table("Migrations", Self.titles, rows) }

  private var rows: [[HTML]] {
    let migrations = target.migrations
    let plain = migrations.added.map { row($0, "new") }
    return plain + migrations.edited.map { row($0, "edited") }
      + migrations.renamed.map { row($0, $0.from.map { "renamed from \(code: $0)" } ?? "renamed") }
      + migrations.removed.map { row($0, "removed") } + migrations.skipped.map { row($0, "skipped by the tool") }
  }

  /// Then a column that says so is no news.
  private var areAllNew: Bool {
    let migrations = target.migrations
    return [migrations.edited, migrations.renamed, migrations.removed, migrations.skipped].allSatisfy(\.isEmpty)
  }

  private func row(_ migration: MigrationReport, _ status: HTML) -> [HTML] {
    let step = migration.step
    let isRejected = rejected.contains(migration.id)
    return [
      HTML.link("\(code: migration.words)", links.url(SourceLocation(path: migration.path))),
      areAllNew ? "" : status,
      isRejected ? "<span class=\"bad\">✗&nbsp;rejected</span>" : changes(migration, status),
      tables(step?.changes ?? []), isRejected ? "" : rollback(migration),
      step?.strongestLock.map { "\(text: $0)" } ?? "", work(step), step?.rows.map { "\($0)" } ?? "",
      step.map { "\($0.statements)" } ?? "",
      step.map { "<span class=\"nowrap\">\(text: Count.time(milliseconds: $0.milliseconds))</span>" } ?? "",
    ]
  }

  /// What a migration changed; one that comes after the end of the way was never tried.
  private func changes(_ migration: MigrationReport, _ status: HTML) -> HTML {
    let wasReached = migration.step != nil || status != "new" || !target.migrations.added.contains { $0.step != nil }
    guard wasReached else { return "<span class=\"doubtful\">not reached</span>" }
    let groups = ChangeGroup.groups(migration.step?.changes ?? [])
    let words = groups.prefix(6).map { ChangeWords.short($0) }
    let lines = HTML.joined(words + (groups.count > 6 ? ["\(groups.count - 6) more"] : []), separator: "<br>")
    return lines.isEmpty ? "" : "<div class=\"wide\">\(lines)</div>"
  }

  private func tables(_ changes: [ChangeReport]) -> HTML {
    var seen: Set<String> = []
    let names = changes.compactMap(\.tableName).filter { seen.insert($0).inserted }
    let shown = names.prefix(6).map { "\(code: $0)" as HTML }
    return HTML.joined(shown + (names.count > 6 ? ["\(names.count - 6) more"] : []), separator: "<br>")
  }

  private func work(_ step: StepReport?) -> HTML {
    let parts = [("rewrites", step?.rewrites ?? []), ("scans", step?.scans ?? [])].filter { !$0.1.isEmpty }
    return HTML.joined(
      parts.map { verb, tables in
        "\(text: verb) \(HTML.joined(tables.prefix(5).map { "\(code: $0)" }, separator: ", "))"
      }, separator: "<br>")
  }

  private func rollback(_ migration: MigrationReport) -> HTML {
    guard let rollback = migration.step?.rollback else { return "" }
    guard accepted.contains(migration.id), rollback.weight == .bad else { return RollbackMark(rollback: rollback).html }
    return "<span class=\"doubtful\">!&nbsp;waived: \(text: rollback.words)</span>"
  }
}
