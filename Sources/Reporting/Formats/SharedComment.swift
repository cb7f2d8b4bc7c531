import SchemagateModel

/// What holds for the whole comment: what was assumed, and what was not checked. What several targets share is said once.
struct SharedComment {
  let targets: [TargetReport]
  let cut: CommentCut
  /// The targets whose part of the comment says why they are unknown.
  var told: Set<String> = []

  var assumptions: [Markdown] {
    let entries = Entry.entries(targets) { target in target.assumptions.map { NotChecked(what: $0, why: "") } }
    guard !entries.isEmpty, cut < .notices else { return [] }
    let title = Count.of(entries.count, "assumption", "assumptions")
    return [Markdown.details("\(html: title), since nothing is configured", [list(entries, limit: 20)])]
  }

  var notChecked: [Markdown] {
    let all = Entry.entries(targets) { $0.everythingNotChecked }
    let entries = Entry.entries(targets) { target in
      target.everythingNotChecked.filter { !told.contains(target.name) || !target.tellsAbove($0) }
    }
    guard !entries.isEmpty else { return [] }
    let more = entries.count < all.count ? "more " : ""
    let title = Count.of(entries.count, "\(more)thing was", "\(more)things were")
    return [
      Markdown.details("\(html: title) not checked", [list(entries, limit: cut < .targets ? 30 : 6)])
    ]
  }

  private func list(_ entries: [Entry], limit: Int) -> Markdown {
    let lines = entries.prefix(limit).map { entry -> Markdown in
      let place = targets.count > 1 && entry.targets.count < targets.count ? place(entry) : ""
      let why: Markdown = entry.why.isEmpty ? "" : ": \(sentence: entry.why)"
      let remedy: Markdown = entry.remedy.map { "\\\n  → \(sentence: Spoken.opening($0))" } ?? ""
      return "- \(place)\(sentence: Spoken.opening(entry.what))\(why)\(remedy)"
    }
    let more: [Markdown] = entries.count > limit ? ["- … and \(entries.count - limit) more"] : []
    return Markdown.joined(lines + more, separator: "\n")
  }

  private func place(_ entry: Entry) -> Markdown {
    let names = entry.targets.prefix(5).map { "\(code: $0)" as Markdown }
    return "\(Markdown.joined(names, separator: ", ")): "
  }
}

/// A line with the targets that it holds for.
private struct Entry {
  let what: String
  let why: String
  let remedy: String?
  var targets: [String]

  /// In the order in which they first appear; what has one reason in one target is one line.
  static func entries(_ targets: [TargetReport], _ notes: (TargetReport) -> [NotChecked]) -> [Entry] {
    var order: [NotChecked] = []
    var names: [NotChecked: [String]] = [:]
    for target in targets {
      for note in notes(target) {
        if names[note] == nil { order.append(note) }
        if names[note]?.last != target.name { names[note, default: []].append(target.name) }
      }
    }
    return order.map { Entry(what: $0.what, why: $0.why, remedy: $0.try, targets: names[$0] ?? []) }
  }
}

extension TargetReport {
  /// Whether somebody has to mend or to weigh something.
  var hasSomethingToSee: Bool {
    let groups = FindingGroups(self)
    return verdict == .failed || verdict == .unknown || !groups.errors.isEmpty || !groups.warnings.isEmpty
  }

  /// Whether nothing was applied that a verdict on the migrations could rest on.
  var wasNotRehearsed: Bool { checks.contains { $0.id == .apply && $0.outcome == .skipped } }

  /// Whether the reason of an unknown verdict says it all.
  fileprivate func tellsAbove(_ note: NotChecked) -> Bool {
    guard errors.isEmpty else { return checks.isEmpty && errors.contains { $0.what == note.why } }
    return verdict == .unknown && note == everythingNotChecked.first
  }

  /// What couldn't be looked at first, then the skipped checks, those with one reason together.
  var everythingNotChecked: [NotChecked] {
    let told = Set(notChecked.map(\.why))
    let skipped = checks.filter { $0.outcome == .skipped && !told.contains($0.reason ?? "") }
    var reasons: [String] = []
    for reason in skipped.map(\.shownReason) where !reasons.contains(reason) { reasons.append(reason) }
    return notChecked.joinedByReason
      + reasons.map { reason in
        let subjects = skipped.filter { $0.shownReason == reason }.map(\.id.subject)
        return NotChecked(what: subjects.joined(separator: ", "), why: reason)
      }
  }
}

extension [NotChecked] {
  /// What has one reason stands in one line, where the first of it stood.
  fileprivate var joinedByReason: [NotChecked] {
    var order: [NotChecked] = []
    for note in self where !order.contains(where: { $0.hasReason(of: note) }) { order.append(note) }
    return order.map { first in
      let subjects = filter { $0.hasReason(of: first) }.map(\.what)
      return NotChecked(what: subjects.joined(separator: "; "), why: first.why, try: first.try)
    }
  }
}

extension NotChecked {
  fileprivate func hasReason(of other: NotChecked) -> Bool { why == other.why && self.try == other.try }
}

extension CheckReport {
  fileprivate var shownReason: String { reason ?? "no reason was given" }
}

extension CheckID {
  /// What the check looks at, in a reviewer's words.
  var subject: String {
    switch self {
    case .history: "the history of migrations"
    case .apply: "whether the migrations apply"
    case .expectations: "declarations"
    case .schema: "a declared schema file"
    case .rollback: "rolling back"
    case .data: "rows"
    case .cost: "locks and rewrites"
    }
  }
}
