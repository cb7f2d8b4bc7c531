package import SchemagateModel

/// The report for a terminal: the verdict first, then what blocks, then the rest in few lines.
package struct TextFormat: ReportFormat {
  package let name = "text"
  package let fileExtension: String? = "txt"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    var writer = TerminalWriter(color: options.color)
    head(report, &writer)
    let touched = report.targets.filter { $0.verdict != .unchanged }
    for target in touched {
      TargetText(report: report, target: target, named: report.targets.count > 1, verbose: options.verbose)
        .write(to: &writer)
    }
    unchanged(report, &writer)
    return writer.text
  }

  private func head(_ report: Report, _ writer: inout TerminalWriter) {
    let verdict = VerdictWording(report)
    writer.line(("\(verdict.icon) schemagate: ", .plain), (verdict.sentence, report.verdict.style))
    if let base = report.base, let head = report.head {
      writer.line((" from \(words(base)) to \(words(head))", .faint), indent: 1)
    }
    for note in report.notes { writer.line(("note: ", .strong), (note, .plain)) }
    for error in report.errors { ErrorText(error).write(to: &writer) }
  }

  private func words(_ reference: CommitReference) -> String {
    let commit = reference.commit.map { String($0.prefix(10)) }
    let name = reference.isNamedByCommit ? nil : reference.name
    let why = reference.why.map { " (\($0))" } ?? ""
    return [name, commit].compactMap { $0 }.joined(separator: " ") + why
  }

  private func unchanged(_ report: Report, _ writer: inout TerminalWriter) {
    let names = report.targets.filter { $0.verdict == .unchanged }.map(\.name)
    guard !names.isEmpty, names.count < report.targets.count else { return }
    writer.blank()
    writer.line(("no migration changes in \(names.joined(separator: ", "))", .faint))
  }
}

extension Verdict {
  fileprivate var style: TerminalWriter.Style {
    switch self {
    case .passed, .unchanged: .good
    case .failed: .bad
    case .unknown: .doubtful
    }
  }
}

/// An error in the one shape that errors have.
struct ErrorText {
  private let error: ErrorReport

  init(_ error: ErrorReport) { self.error = error }

  func write(to writer: inout TerminalWriter) {
    writer.blank()
    writer.line(("error: ", .bad), (Spoken.plain(error.what), .strong))
    if let at = error.at { writer.line(("at: ", .faint), (at, .plain), indent: 2) }
    if let remedy = error.try { writer.line(("try: ", .faint), (Spoken.plain(remedy), .plain), indent: 2) }
    if let lines = error.lines { writer.quote(lines, indent: 4, limit: 20) }
  }
}
