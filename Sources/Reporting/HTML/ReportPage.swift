import SchemagateModel

/// The page for one report: the verdict, what holds for the whole, then each target.
struct ReportPage {
  let report: Report
  private let touched: [TargetReport]
  private let sections: [TargetSection]

  init(report: Report, rules: RulePurpose) {
    self.report = report
    touched = report.targets.filter { $0.verdict != .unchanged }
    sections = touched.enumerated().map { index, target in
      TargetSection(report: report, target: target, rules: rules, number: index + 1)
    }
  }

  var document: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(PageStyle.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(text: title)</title>
    <style>\(PageStyle.sheet)</style>
    </head>
    <body>
    <a class="skip" href="#report">Skip to the report</a>
    \(PageHeader(report: report, targets: touched).html)
    <div class="page">
    \(PageContents(targets: sections).html)
    <main id="report">
    \(HTML.joined(content.filter { !$0.isEmpty }))
    </main>
    </div>
    \(PageFooter(report: report).html)
    </body>
    </html>

    """
  }

  private var title: String {
    let place = report.repository.map { " · \($0.path)" } ?? ""
    return "schemagate: \(VerdictWording(report).sentence)\(place)"
  }

  private var content: [HTML] {
    report.notes.map { "<p class=\"note\">\(sentence: Spoken.opening($0))</p>" }
      + report.errors.map { ErrorBox(error: $0).html } + sections.map(\.html) + [unchanged]
  }

  private var unchanged: HTML {
    let names = report.targets.filter { $0.verdict == .unchanged }.map { "\(code: $0.name)" as HTML }
    guard !names.isEmpty else { return "" }
    let shown = HTML.joined(names.prefix(100), separator: ", ")
    let more: HTML = names.count > 100 ? " and \(names.count - 100) more" : ""
    return "<p class=\"note\">No migration changes in \(shown)\(more).</p>"
  }
}
