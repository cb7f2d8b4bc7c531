import SchemagateModel

/// One row per migration that the branch touches; open where something failed, folded where all is well.
struct MigrationTable {
  let report: Report
  let target: TargetReport

  private static let limit = 12
  private static let most = 100

  var sections: [Markdown] {
    let rows = rows
    guard !rows.isEmpty else { return [] }
    guard rows.contains(where: { row in row.dropFirst().contains { $0 != "" } }) else { return [list(rows)] }
    let title = Count.of(rows.count, "migration", "migrations")
    guard target.verdict != .passed else {
      return [Markdown.details("\(html: title)", [table(rows.prefix(Self.most)), more(rows)])]
    }
    guard rows.count > Self.limit else { return [table(rows[...])] }
    let rest = rows.dropFirst(Self.limit)
    let summary: Markdown = "\(rest.count) more migrations"
    return [
      table(rows.prefix(Self.limit)), Markdown.details(summary, [table(rest.prefix(Self.most)), more(Array(rest))]),
    ]
  }

  /// Where nothing was observed there is nothing for a table to say.
  private func list(_ rows: [[Markdown]]) -> Markdown {
    let names = rows.prefix(Self.limit).compactMap(\.first)
    let rest: Markdown = rows.count > Self.limit ? " and \(rows.count - Self.limit) more" : ""
    return "\(text: rows.count == 1 ? "Migration" : "Migrations"): \(Markdown.joined(names, separator: ", "))\(rest)"
  }

  private func more(_ rows: [[Markdown]]) -> Markdown {
    rows.count > Self.most ? "… and \(rows.count - Self.most) more" : ""
  }

  private func table(_ rows: ArraySlice<[Markdown]>) -> Markdown {
    Markdown.table(
      ["Migration", "In history", "Change", "More tables", "Strongest lock", "Rewrite or scan", "Rows", "Rollback"],
      Array(rows))
  }

  private var rows: [[Markdown]] {
    let migrations = target.migrations
    let plain = migrations.added.map { row($0, "") }
    return plain + migrations.edited.map { row($0, "edited") }
      + migrations.renamed.map { row($0, $0.from.map { "renamed from \(code: Self.file($0))" } ?? "renamed") }
      + migrations.removed.map { row($0, "removed") } + migrations.skipped.map { row($0, "skipped by the tool") }
  }

  private func row(_ migration: MigrationReport, _ status: Markdown) -> [Markdown] {
    let changes = migration.step?.changes ?? []
    let isRejected = rejected.contains(migration.id)
    return [
      name(migration), status, isRejected ? "❌ rejected" : outcome(migration, status), otherTables(changes),
      "\(text: migration.step?.strongestLock ?? "")", wholeTables(migration.step),
      migration.step?.rows.flatMap { $0 > 0 ? "\($0)" : nil } ?? "", isRejected ? "" : rollback(migration),
    ]
  }

  /// The tables that are written anew or read from end to end.
  private func wholeTables(_ step: StepReport?) -> Markdown {
    let rewrites = (step?.rewrites ?? []).map { "rewrites \(code: $0)" as Markdown }
    let scans = (step?.scans ?? []).map { "scans \(code: $0)" as Markdown }
    let all = rewrites + scans
    let more: [Markdown] = all.count > 3 ? ["\(all.count - 3) more"] : []
    return Markdown.joined(all.prefix(3) + more, separator: ", ")
  }

  /// What a migration changed; one that comes after the end of the way was never tried.
  private func outcome(_ migration: MigrationReport, _ status: Markdown) -> Markdown {
    let wasReached = migration.step != nil || status != "" || !target.migrations.added.contains { $0.step != nil }
    guard wasReached else { return "not reached" }
    guard let step = migration.step else { return "" }
    return changesNothing ? "no schema change" : ChangeSummary(step.changes).words
  }

  /// Whether the upgrade was seen to its end and left the schema as it was.
  private var changesNothing: Bool {
    target.changes.isEmpty && target.wasRehearsed
      && target.migrations.all.allSatisfy { $0.step?.changes.isEmpty ?? true }
  }

  private var rejected: Set<MigrationID> {
    let findings = target.checks.flatMap(\.findings).filter { $0.rule == "migration-rejected" }
    return Set(findings.compactMap(\.migration))
  }

  private static func file(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private func name(_ migration: MigrationReport) -> Markdown {
    return Markdown.link("\(code: migration.words)", SourceLink(report).url(SourceLocation(path: migration.path)))
  }

  /// The tables that the summary doesn't name.
  private func otherTables(_ changes: [ChangeReport]) -> Markdown {
    var seen = ChangeSummary(changes).tables
    let names = changes.compactMap(\.tableName).filter { seen.insert($0).inserted }
    let shown = names.prefix(3).map { "\(code: $0)" as Markdown }
    let more: [Markdown] = names.count > 3 ? ["\(names.count - 3) more"] : []
    return Markdown.joined(shown + more, separator: ", ")
  }

  private func rollback(_ migration: MigrationReport) -> Markdown {
    guard let rollback = migration.step?.rollback else { return "" }
    guard accepted.contains(migration.id), rollback.weight == .bad else { return words(rollback) }
    return "⚠️ waived: \(text: rollback.words)"
  }

  /// Migrations whose way back the author accepted as it is.
  private var accepted: Set<MigrationID> {
    let findings = target.checks.filter { $0.id == .rollback }.flatMap(\.findings).filter { $0.waived != nil }
    return Set(findings.compactMap(\.migration))
  }

  private func words(_ rollback: StepReport.Rollback) -> Markdown {
    switch rollback.weight {
    case .good: "✅ \(text: rollback.words)"
    case .doubtful: "⚠️ \(text: rollback.words)"
    case .bad: "❌ \(text: rollback.words)"
    case .silent: "\(text: rollback.words)"
    }
  }
}

/// A migration's changes in a few words.
struct ChangeSummary {
  private let groups: [ChangeGroup]

  init(_ changes: [ChangeReport]) { groups = ChangeGroup.groups(changes) }

  /// The tables that `words` names.
  var tables: Set<String> { Set(groups.prefix(3).compactMap(\.change.tableName)) }

  var words: Markdown {
    let shown = groups.prefix(3).map(Self.words)
    let more: [Markdown] = groups.count > 3 ? ["\(groups.count - 3) more"] : []
    return Markdown.joined(shown + more, separator: "; ")
  }

  private static func words(_ group: ChangeGroup) -> Markdown {
    let change = group.change
    let altered = change.verb == .alter ? change.differences.map(\.name.rawValue).joined(separator: ", ") : ""
    let detail = group.contents ?? (altered.isEmpty ? nil : altered)
    let contents: Markdown = detail.map { " (\(text: $0))" } ?? ""
    let target: Markdown = change.to.map { " to \(code: DottedName.lastPart(of: $0))" } ?? ""
    let on: Markdown = change.on.map { " on \(code: $0)" } ?? ""
    return
      "\(text: change.verb.rawValue) \(text: change.kind.rawValue) \(code: change.name)\(on)\(target)\(contents)"
  }
}

extension MigrationReport {
  /// Its key and its name; the key alone where that holds the name already, as Django's do.
  var words: String {
    name.isEmpty || id.rawValue.hasSuffix("_" + name) ? id.rawValue : "\(id.rawValue) \(name)"
  }
}
