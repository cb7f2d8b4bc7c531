import SchemagateModel

/// What a reviewer may want to know, closed until asked for.
struct FoldedComment {
  let report: Report
  let target: TargetReport
  let groups: FindingGroups
  let repeats: RepeatedFindings
  let cut: CommentCut

  private static let listed = 60
  private static let diffLines = 200

  var sections: [Markdown] { changes + diagram + trace + notices + existing }

  private var changes: [Markdown] {
    let changes = ChangeGroup.groups(target.changes)
    guard !changes.isEmpty, cut < .changes, !isSaid else { return [] }
    // The diff says what happened; the list beside it, what follows from it.
    let telling = cut < .diff ? changes.filter { $0.change.hasWeight } : changes
    let lines = telling.prefix(Self.listed).map(line)
    let more: [Markdown] = telling.count > Self.listed ? ["- … and \(telling.count - Self.listed) more"] : []
    let list = Markdown.joined(lines + more, separator: "\n")
    return [Markdown.details("\(html: Count.of(changes.count, "schema change", "schema changes"))", [list] + diff)]
  }

  /// Whether the errors above show each change already, with what it does.
  private var isSaid: Bool {
    let shown = FindingGroups.varied(groups.open(target.verdict)).prefix(TargetComment.errorsShown)
    let undeclared = shown.filter { $0.rule == "change-undeclared" }.compactMap(\.evidence)
    let lines = Set(undeclared.flatMap { $0.split(separator: "\n").map(String.init) })
    return DiffText.lines(target.changes).allSatisfy(lines.contains)
  }

  private func line(_ group: ChangeGroup) -> Markdown {
    let change = group.change
    let on: Markdown = change.on.map { " on \(code: $0)" } ?? ""
    let renamed: Markdown = change.to.map { " to \(code: $0)" } ?? ""
    let contents: Markdown = group.contents.map { " with \(text: $0)" } ?? ""
    let note: Markdown = change.renameNote.map { "; \(text: $0)" } ?? ""
    let details = change.differences.map { attribute($0, wasDropped: change.verb == .drop) }
    let detail: Markdown = details.isEmpty ? "" : " (\(Markdown.joined(Array(details.prefix(4)), separator: ", ")))"
    return
      "- \(text: change.verb.rawValue) \(text: change.kind.rawValue) \(code: change.name)\(on)\(renamed)\(detail)\(contents)\(mark(change))\(note)"
  }

  private func attribute(_ attribute: ChangeReport.AttributeReport, wasDropped: Bool) -> Markdown {
    let name: Markdown = "\(text: attribute.name.rawValue)"
    switch (attribute.base, attribute.head) {
    case (let base?, let head?): return "\(name) \(code: base) → \(code: head)"
    case (nil, let head?): return "\(name) \(code: head)"
    case (let base?, nil): return wasDropped ? "\(name) \(code: base)" : "\(name) \(code: base) → none"
    case (nil, nil): return name
    }
  }

  private func mark(_ change: ChangeReport) -> Markdown {
    let declared: Markdown = change.declared ? ", declared" : ""
    switch change.consequence {
    case .harmless: return change.declared ? " · declared" : ""
    case .breaksUse, .widensAccess, .losesAccess, .losesData:
      return " · **\(text: change.consequence.rawValue)**\(declared)"
    }
  }

  private var diff: [Markdown] {
    let lines = DiffText.lines(target.changes)
    guard cut < .diff, !lines.isEmpty else { return [] }
    let more =
      lines.count > Self.diffLines ? ["  … \(Count.of(lines.count - Self.diffLines, "more line", "more lines"))"] : []
    return [Markdown.fence(lines.prefix(Self.diffLines) + more, language: "diff")]
  }

  private var diagram: [Markdown] { cut < .diagram ? TableDiagram(tables: target.tables).sections : [] }
  private var trace: [Markdown] { cut < .trace ? StatementTrace(target: target).sections : [] }

  private var notices: [Markdown] {
    guard !groups.notices.isEmpty, cut < .notices else { return [] }
    let title = Count.of(groups.notices.count, "notice", "notices")
    let comment = TargetComment(report: report, target: target, cut: cut, named: false, repeats: repeats)
    return [Markdown.details("\(html: title)", [comment.list(groups.notices.prefix(30), of: groups.notices.count)])]
  }

  private var existing: [Markdown] {
    guard !groups.existing.isEmpty, cut < .notices else { return [] }
    let rules = Dictionary(grouping: groups.existing, by: \.rule)
    let lines = rules.keys.sorted().map { rule -> Markdown in "- \(code: rule): \(rules[rule]?.count ?? 0)" }
    let title = Count.of(groups.existing.count, "finding that base already has", "findings that base already has")
    return [Markdown.details("\(html: title)", [Markdown.joined(lines, separator: "\n")])]
  }
}

extension ChangeReport {
  /// Whether somebody's data, rights or code depend on it, or its author wrote a line about it.
  fileprivate var hasWeight: Bool { consequence != .harmless || declared }
}
