import Checking
import SchemagateModel

extension RuleExplanation {
  /// For a terminal.
  var text: String {
    ([
      "\(rule.id): \(rule.title)", "", "  check     \(rule.check.rawValue)", "  severity  \(severityInWords)", "",
      "Why: \(rule.rationale)", "", "What to do: \(rule.remedy)", "", "Set it (schemagate.yml): \(settingLine)",
      "Accept one finding (in the migration that it names): \(waiverLine)",
      "Accept for a time (schemagate.yml): \(lastingWaiver)",
      "",
      "It speaks where \(rule.fires).",
    ]
      + lines(of: examples.fires) + ["", "It stays quiet where \(rule.staysQuiet)."] + lines(of: examples.staysQuiet))
      .joined(separator: "\n")
  }

  private func lines(of example: RuleExample) -> [String] {
    let files = example.shownFiles.flatMap { path, place, text in
      ["", "    \(path)  [\(place)]"]
        + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
          $0.isEmpty ? "" : "      \($0)"
        }
    }
    let says = example.says.isEmpty ? [] : ["", "    \(severity): \(example.says) [\(rule.id)]"]
    return ["", "  Example (\(example.setting)):"] + files + says
  }
}

/// All rules at a glance.
struct RuleOverview {
  let rules: [RuleExplanation]

  var text: String {
    let width = rules.map(\.rule.id.count).max() ?? 0
    let groups = checks.map { check, members in
      ([check.rawValue]
        + members.map { explanation in
          let id = explanation.rule.id.padded(to: width)
          return "  \(explanation.severity.padded(to: 7))  \(id)  \(explanation.rule.title)\(explanation.remark)"
        }).joined(separator: "\n")
    }
    return groups.joined(separator: "\n\n") + "\n\nOne of them: schemagate explain RULE"
  }

  var markdown: String {
    let rows = checks.flatMap { check, members in
      members.map { "| `\($0.rule.id)` | \(check.rawValue) | \($0.severity) | \($0.rule.title) |" }
    }
    return (["| rule | check | severity | says |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  private var checks: [(CheckID, [RuleExplanation])] {
    CheckID.allCases.compactMap { check in
      let members = rules.filter { $0.rule.check == check }
      return members.isEmpty ? nil : (check, members)
    }
  }
}

extension RuleExplanation {
  /// Nothing where the severity is the rule's own.
  fileprivate var remark: String {
    severity == rule.severity.rawValue ? "" : " (by default \(rule.severity.rawValue))"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
