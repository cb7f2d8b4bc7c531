import SchemagateModel

/// What a reviewer may want to know, closed until asked for.
struct FoldedComment {
  let report: Report
  let target: TargetReport
  let groups: FindingGroups
  let cut: CommentCut

  private static let listed = 60
  private static let diffLines = 200

  var sections: [Markdown] { changes + notices + existing + assumptions + notChecked }

  private var changes: [Markdown] {
    let changes = ChangeGroup.groups(target.changes)
    guard !changes.isEmpty, cut < .changes else { return [] }
    let lines = changes.prefix(Self.listed).map(line)
    let more: [Markdown] = changes.count > Self.listed ? ["- … and \(changes.count - Self.listed) more"] : []
    let list = Markdown.joined(lines + more, separator: "\n")
    return [Markdown.details("\(html: Count.of(changes.count, "schema change", "schema changes"))", [list] + diff)]
  }

  private func line(_ group: ChangeGroup) -> Markdown {
    let change = group.change
    let on: Markdown = change.on.map { " on \(code: $0)" } ?? ""
    let renamed: Markdown = change.to.map { " to \(code: $0)" } ?? ""
    let contents: Markdown = group.contents.map { " with \(text: $0)" } ?? ""
    let details = change.differences.map(attribute)
    let detail: Markdown = details.isEmpty ? "" : " (\(Markdown.joined(Array(details.prefix(4)), separator: ", ")))"
    return
      "- \(text: change.verb.rawValue) \(text: change.kind.rawValue) \(code: change.name)\(on)\(renamed)\(detail)\(contents)\(mark(change))"
  }

  private func attribute(_ attribute: ChangeReport.AttributeReport) -> Markdown {
    let name: Markdown = "\(text: attribute.name.rawValue)"
    switch (attribute.base, attribute.head) {
    case (let base?, let head?): return "\(name) \(code: base) → \(code: head)"
    case (nil, let head?): return "\(name) \(code: head)"
    case (let base?, nil): return "\(name) \(code: base) → none"
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

  private var notices: [Markdown] {
    guard !groups.notices.isEmpty, cut < .notices else { return [] }
    let title = Count.of(groups.notices.count, "notice", "notices")
    let comment = TargetComment(report: report, target: target, cut: cut, named: false)
    return [Markdown.details("\(html: title)", [comment.list(groups.notices.prefix(30), of: groups.notices.count)])]
  }

  private var existing: [Markdown] {
    guard !groups.existing.isEmpty, cut < .notices else { return [] }
    let rules = Dictionary(grouping: groups.existing, by: \.rule)
    let lines = rules.keys.sorted().map { rule -> Markdown in "- \(code: rule): \(rules[rule]?.count ?? 0)" }
    let title = Count.of(groups.existing.count, "finding that base already has", "findings that base already has")
    return [Markdown.details("\(html: title)", [Markdown.joined(lines, separator: "\n")])]
  }

  private var assumptions: [Markdown] {
    guard !target.assumptions.isEmpty, cut < .notices else { return [] }
    let lines = target.assumptions.prefix(20).map { "- \(sentence: $0)" as Markdown }
    let title = Count.of(target.assumptions.count, "assumption", "assumptions")
    return [Markdown.details("\(html: title), since nothing is configured", [Markdown.joined(lines, separator: "\n")])]
  }

  private var notChecked: [Markdown] {
    let skipped = target.checks.filter { $0.outcome == .skipped }.map {
      NotChecked(what: "the check \($0.id.rawValue)", why: $0.reason ?? "no reason was given")
    }
    let all = skipped + target.notChecked
    guard !all.isEmpty else { return [] }
    let limit = cut < .targets ? 30 : 3
    let lines = all.prefix(limit).map { "- \(sentence: $0.what): \(sentence: $0.why)" as Markdown }
    let more: [Markdown] = all.count > limit ? ["- … and \(all.count - limit) more"] : []
    let title = Count.of(all.count, "thing was", "things were")
    return [Markdown.details("\(html: title) not checked", [Markdown.joined(lines + more, separator: "\n")])]
  }
}
