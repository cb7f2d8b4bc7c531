import Checking
import SchemagateModel

extension RuleExplanation {
  /// A section of its own, for a page or a comment.
  var markdown: String {
    """
    ## \(rule.id)

    **\(rule.title)** (check `\(rule.check.rawValue)`, \(severityInWords))

    \(rule.rationale)

    **What to do:** \(rule.remedy)

    - Set it: `\(settingLine)`
    - Accept one finding, in the migration that it names: `\(waiverLine)`
    - Accept for a time: `\(lastingWaiver)`

    ### It speaks where \(Self.heading(rule.fires))

    \(blocks(of: examples.fires))

    ### It stays quiet where \(Self.heading(rule.staysQuiet))

    \(blocks(of: examples.staysQuiet))
    """
  }

  /// A long situation stays on its line.
  private static func heading(_ text: String) -> String { text.replacing("\n", with: " ") }

  private func blocks(of example: RuleExample) -> String {
    let files = example.shownFiles.map { path, place, text in
      text.isEmpty ? "`\(path)` (\(place))" : "`\(path)` (\(place))\n\n```\(Self.language(of: path))\n\(text)```"
    }
    let says = example.says.isEmpty ? [] : ["> \(example.says)"]
    return (["\(example.setting.capitalizedFirst):"] + files + says).joined(separator: "\n\n")
  }

  private static func language(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "sql"?: "sql"
    case "yml"?: "yaml"
    case "py"?: "python"
    default: ""
    }
  }
}

/// The page of the documentation that holds every rule.
enum RulePage {
  static var text: String {
    let rules = RuleCatalog.all.map { RuleExplanation($0) }
    return """
      # Rules

      Everything that the gate can say, with an example where it says so and one where it doesn't. Each example is run \
      by the tests; `schemagate explain RULE` shows the same. This page is written by them: `SCHEMAGATE_RECORD=1`.

      \(RuleOverview(rules: rules).markdown)

      \(rules.map(\.markdown).joined(separator: "\n\n"))

      """
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
