import SchemagateModel

/// The comment for one report with something left out.
struct CommentBody {
  let report: Report
  let cut: CommentCut

  /// The marker line, the body, and the last line; the digest is of what stands between the two.
  func text(key: String) -> String { text(key: key, of: sections) }

  /// The last resort: as many whole sections as fit, the verdict and what was not checked in any case.
  func text(key: String, within budget: Int) -> String {
    let (first, rest) = (Array(sections.prefix(1)), sections.dropFirst())
    let note: [Markdown] = ["… and more than fits into a comment: `schemagate check --format text` shows it."]
    let unseen = shared(touched).notChecked
    let repeated = Set(shared(touched, told: touched).notChecked + unseen)
    let end = text(key: key, of: first + note + unseen).utf8.count <= budget ? note + unseen : note
    var room = budget - text(key: key, of: first + end).utf8.count
    let fitting = rest.prefix { section in
      room -= section.source.utf8.count + 2
      return room >= 0 && !repeated.contains(section)
    }
    return text(key: key, of: first + fitting + end)
  }

  private func text(key: String, of sections: [Markdown]) -> String {
    let body = Markdown.joined(sections, separator: "\n\n").source
    let marker = CommentMarker(key: key, digest: Digest.fnv1a(body))
    return "\(marker.text)\n\(body)\n\n\(CommentFooter(report: report).line.source)\n"
  }

  private var sections: [Markdown] {
    let touched = touched
    let shown = cut == .targets ? Array(touched.prefix(20)) : touched
    let named = report.targets.count > 1 && touched.count > 1
    let repeats = RepeatedFindings(shown)
    let reproduced = touched.count { $0.hasSomethingToSee } < 2
    return [heading(touched)] + report.notes.map { "\(sentence: Spoken.opening($0))" } + reportErrors
      + shown.flatMap {
        TargetComment(
          report: report, target: $0, cut: cut, named: named, repeats: repeats, reproduced: reproduced
        ).sections
      }
      + rest(touched.count - shown.count) + (reproduced ? [] : command) + unchanged + shared(touched).assumptions
      + shared(touched, told: shown).notChecked + leftOut
  }

  /// What stands against the merge first.
  private var touched: [TargetReport] {
    let touched = report.targets.filter { $0.verdict != .unchanged }
    let order: [Verdict] = [.failed, .unknown, .passed]
    return order.flatMap { verdict in touched.filter { $0.verdict == verdict } }
  }

  /// One for all targets.
  private var command: [Markdown] {
    guard let command = report.command, cut < .evidence else { return [] }
    return TargetComment.reproducing(command)
  }

  private func shared(_ targets: [TargetReport], told: [TargetReport] = []) -> SharedComment {
    SharedComment(targets: targets, cut: cut, told: Set(told.map(\.name)))
  }

  private func heading(_ touched: [TargetReport]) -> Markdown {
    let verdict = VerdictWording(report)
    let single = report.targets.count > 1 && touched.count == 1 ? touched.first : nil
    let key = report.key == Report.usualKey ? nil : report.key
    let names = [key, single?.name].compactMap { $0 }.map { " \(code: $0)" as Markdown }
    return "## \(text: verdict.icon) schemagate\(Markdown.joined(names, separator: "")): \(text: verdict.sentence)"
  }

  private var reportErrors: [Markdown] {
    report.errors.prefix(5).map { TargetComment.cause($0) }
  }

  private func rest(_ count: Int) -> [Markdown] {
    count > 0 ? ["… and \(text: Count.of(count, "more target", "more targets"))"] : []
  }

  private var unchanged: [Markdown] {
    let names = report.targets.filter { $0.verdict == .unchanged }.map(\.name)
    guard !names.isEmpty, names.count < report.targets.count else { return [] }
    let list = names.prefix(10).map { name -> Markdown in "\(code: name)" }
    let more: Markdown = names.count > 10 ? " and \(names.count - 10) more" : ""
    return ["No migration changes in \(Markdown.joined(list, separator: ", "))\(more)."]
  }

  private var leftOut: [Markdown] {
    cut.note.map { ["_Left out for size: \($0). The full report: `schemagate check --format text`._"] } ?? []
  }
}

/// The last line: what was compared, with what, and how long it took.
struct CommentFooter {
  let report: Report

  var line: Markdown {
    let parts = [generator] + engines + commits + time
    return "<sub>\(Markdown.joined(parts, separator: " · "))</sub>"
  }

  private var generator: Markdown { "\(text: report.generator.name) \(text: report.generator.version)" }

  private var engines: [Markdown] {
    var seen: Set<Markdown> = []
    return report.targets.filter { $0.verdict != .unchanged }.compactMap { target in
      let version: Markdown = target.engine.version.map { " \(text: $0)" } ?? ""
      let detected: Markdown = target.assumptions.isEmpty ? "" : " (detected)"
      let words: Markdown = "\(text: target.engine.name.title)\(version), \(text: target.tool)\(detected)"
      return seen.insert(words).inserted ? words : nil
    }
  }

  private var commits: [Markdown] {
    let base = report.base.map { "base \(commit($0))" as Markdown }
    let mergeBase = report.mergeBase.flatMap {
      $0 == report.base?.commit ? nil : "merge base \(code: short($0))" as Markdown
    }
    let head = report.head.map { "head \(commit($0))" as Markdown }
    return [base, mergeBase, head].compactMap { $0 }
  }

  private func commit(_ reference: CommitReference) -> Markdown {
    guard let commit = reference.commit else { return "\(code: reference.name)" }
    return reference.isNamedByCommit ? "\(code: short(commit))" : "\(code: reference.name) \(code: short(commit))"
  }

  private func short(_ commit: String) -> String { String(commit.prefix(10)) }

  private var time: [Markdown] {
    let total = report.targets.flatMap(\.timings).map(\.milliseconds).reduce(0, +)
    return total > 0 ? ["\(text: Count.time(milliseconds: total))"] : []
  }
}
