import SchemagateModel

/// What a report says differently from what `expect.yml` expects, one line each.
struct Comparison {
  let expected: Expectation
  let report: Report

  var differences: [String] {
    verdicts + findings + parts("not-checked", expected.notChecked, in: notChecked)
      + parts("errors", expected.errors, in: errors) + parts("setup", expected.setup, in: setup) + changes + access
      + reasons
  }

  private var verdicts: [String] {
    let own = expected.verdict == report.verdict.rawValue ? [] : ["the verdict is \(report.verdict.rawValue)"]
    guard let targets = expected.targets else { return own }
    let found = Dictionary(report.targets.map { ($0.name, $0.verdict.rawValue) }) { first, _ in first }
    return own + (found == targets ? [] : ["the targets are \(found.sorted { $0.key < $1.key })"])
  }

  private var findings: [String] {
    var left = report.targets.flatMap { target in target.checks.flatMap(\.findings).map { (target, $0) } }
    var missing: [String] = []
    for wanted in expected.findings {
      if let index = left.firstIndex(where: { wanted.fits($0.1, of: $0.0) }) {
        left.remove(at: index)
      } else {
        missing.append("missing: \(wanted.rule) \(wanted.severity) \(wanted.migration ?? "") \(wanted.says ?? "")")
      }
    }
    return missing + left.map { "unexpected: \($0.1.rule) \($0.1.severity.rawValue): \($0.1.message)" }
  }

  private func parts(_ key: String, _ wanted: [String], in found: [String]) -> [String] {
    wanted.filter { part in !found.contains { $0.contains(part) } }.map { "missing under \(key): \($0)" }
  }

  private var changes: [String] {
    guard let wanted = expected.changes?.sorted() else { return [] }
    let found = report.targets.flatMap(\.changes).map(\.line).sorted()
    return wanted == found ? [] : ["the changes are \(found)"]
  }

  private var access: [String] {
    guard let wanted = expected.access?.sorted() else { return [] }
    let found = report.targets.flatMap(\.access).map(\.line).sorted()
    return wanted == found ? [] : ["access: \(found)"]
  }

  /// Whatever can't be checked must say so, or nobody knows what to do.
  private var reasons: [String] {
    report.targets.filter { $0.verdict == .unknown && $0.notChecked.isEmpty && $0.errors.isEmpty }.map {
      "\($0.name) is unknown and doesn't say why"
    }
  }

  private var notChecked: [String] {
    report.targets.flatMap(\.notChecked).map { note in
      "\(note.what): \(note.why)" + (note.try.map { "; \($0)" } ?? "")
    }
  }
  private var errors: [String] { (report.errors + report.targets.flatMap(\.errors)).map(\.line) }
  private var setup: [String] { report.targets.compactMap(\.setup) }

  /// The report in the form of `expect.yml`, ready to be copied.
  var actual: String {
    var lines = ["verdict: \(report.verdict.rawValue)"]
    if report.targets.count != 1 { lines += ["targets:"] + report.targets.map { "  \($0.name): \($0.verdict)" } }
    lines += ["findings:"] + report.targets.flatMap { $0.checks.flatMap(\.findings) }.flatMap { $0.lines }
    lines += ["changes:"] + report.targets.flatMap(\.changes).map { "  - \($0.line)" }
    lines += ["access:"] + report.targets.flatMap(\.access).map { "  - \($0.line)" }
    lines += ["not-checked:"] + notChecked.map { "  - \($0)" } + ["errors:"] + errors.map { "  - \($0)" }
    return (lines + setup.map { "setup:\n\($0)" }).joined(separator: "\n")
  }
}

extension ErrorReport {
  fileprivate var line: String { ["\(what)", at.map { "at: \($0)" }].compactMap(\.self).joined(separator: "; ") }
}

extension AccessReport {
  /// `anon can now read public.invoices`, as `access:` has it.
  var line: String { words.replacing("`", with: "") + (proved ? "" : " (not tried)") }
}

extension ChangeReport {
  /// `drop column public.customers.phone`, as `changes:` has it.
  var line: String {
    let target = to.map { " to \($0)" } ?? ""
    return "\(verb.rawValue) \(kind.rawValue) \(name)" + (on.map { " on \($0)" } ?? "") + target
  }
}

extension Finding {
  fileprivate var lines: [String] {
    let facts: [(String, String?)] = [
      ("severity", severity.rawValue), ("migration", migration?.rawValue), ("object", object),
      ("at", location?.place), ("says", message), ("waived", waived == nil ? nil : "true"),
      ("existing", existing ? "true" : nil), ("evidence", evidence),
    ]
    return ["  - rule: \(rule)"] + facts.compactMap { name, value in value.map { "    \(name): \($0)" } }
  }
}
