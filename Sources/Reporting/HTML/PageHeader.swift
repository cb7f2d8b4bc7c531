import SchemagateModel

/// What a reader sees first: the verdict in one sentence, what was compared, and how to see it again.
struct PageHeader {
  let report: Report
  let targets: [TargetReport]

  var html: HTML {
    """
    <header class="verdict \(Badge.style(report.verdict, isMarred: hasWarnings))">
    <div class="inner">
    <p class="brand">schemagate\(place)</p>
    <h1>\(Badge.html(report.verdict, isMarred: hasWarnings)) \(text: Spoken.opening(VerdictWording(report).sentence))</h1>
    \(counts)
    <dl class="facts">
    \(HTML.joined(facts))
    </dl>
    </div>
    </header>
    """
  }

  private var groups: [FindingGroups] { targets.map(FindingGroups.init) }

  private var hasWarnings: Bool { groups.contains { !$0.warnings.isEmpty } }

  private var place: HTML { report.repository.map { " · \(text: $0.path)" } ?? "" }

  private var counts: HTML {
    let groups = groups
    func sum(_ list: (FindingGroups) -> Int) -> Int { groups.map(list).reduce(0, +) }
    let numbers: [(Int, String, String)] = [
      (sum(\.errors.count), "error", "errors"), (sum(\.warnings.count), "warning", "warnings"),
      (sum(\.notices.count), "notice", "notices"),
      (targets.map(\.access.count).reduce(0, +), "change of access", "changes of access"),
      (targets.map(\.waivers.count).reduce(0, +), "waiver", "waivers"),
      (targets.map { ChangeGroup.groups($0.changes).count }.reduce(0, +), "schema change", "schema changes"),
      (targets.map(\.everythingNotChecked.count).reduce(0, +), "thing not checked", "things not checked"),
    ]
    return HTML.list(
      numbers.filter { $0.0 > 0 }.map { "<strong>\($0.0)</strong> \(text: $0.0 == 1 ? $0.1 : $0.2)" }, of: "counts")
  }

  private var facts: [HTML] {
    var facts: [HTML] = []
    if let base = report.base { facts.append(fact("Base", commit(base))) }
    if let mergeBase = report.mergeBase, mergeBase != report.base?.commit {
      facts.append(fact("Merge base", "\(code: short(mergeBase))"))
    }
    if let head = report.head { facts.append(fact("Head", commit(head))) }
    if let command = report.command { facts.append(fact("Reproduce", "\(code: command)")) }
    return facts
  }

  private func fact(_ name: HTML, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }

  private func commit(_ reference: CommitReference) -> HTML {
    let why: HTML = reference.why.map { " <span class=\"faint\">(\(text: $0))</span>" } ?? ""
    guard let commit = reference.commit else { return "\(code: reference.name)\(why)" }
    let name: HTML = reference.isNamedByCommit ? "" : "\(code: reference.name) "
    return "\(name)\(code: short(commit))\(why)"
  }

  private func short(_ commit: String) -> String { String(commit.prefix(10)) }
}

/// The verdict as a mark: a word in a colour, and a sign for who sees no colours.
enum Badge {
  static func html(_ verdict: Verdict, isMarred: Bool) -> HTML {
    "<span class=\"badge \(style(verdict, isMarred: isMarred))\">\(word(verdict))</span>"
  }

  /// A pass with warnings looks like neither a pass nor a failure.
  static func style(_ verdict: Verdict, isMarred: Bool) -> HTML {
    switch verdict {
    case .passed: isMarred ? "warned" : "passed"
    case .failed: "failed"
    case .unknown: "unknown"
    case .unchanged: "unchanged"
    }
  }

  private static func word(_ verdict: Verdict) -> HTML {
    switch verdict {
    case .passed: "<span aria-hidden=\"true\">✓ </span>Passed"
    case .failed: "<span aria-hidden=\"true\">✗ </span>Failed"
    case .unknown: "<span aria-hidden=\"true\">? </span>Unknown"
    case .unchanged: "<span aria-hidden=\"true\">= </span>Unchanged"
    }
  }
}
