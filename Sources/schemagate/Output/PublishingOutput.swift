import Foundation
import Publishing
import Reporting
import SchemagateModel

/// Says what became of comments and statuses: on standard output what was posted, warnings on standard error.
struct PublishingOutput {
  let place: Place
  let options: OutputOptions

  func write(_ outcomes: [PublishingOutcome]) {
    var advised: Set<String> = []
    for outcome in outcomes {
      switch outcome {
      case .created(let page): say("comment created", page)
      case .updated(let page): say("comment updated", page)
      case .unchanged(let page): say("comment left as it is: it says so already", page)
      case .cleared(let page): say("comment reduced to one line", page)
      case .nothingToSay: options.note("no comment: there is nothing to say, and there never was")
      case .noThread(let why): options.note("no comment: \(Self.words(why))")
      case .status(let status): say("status \(status.context): \(status.state.rawValue), \(status.description)", nil)
      case .notPosted(let problem):
        let warning = problem.warning(for: place)
        let isNew = advised.insert("\(warning.try ?? "")\n\(warning.lines ?? "")").inserted
        Self.warn(isNew ? warning : ErrorReport(what: warning.what, at: warning.at))
      }
    }
  }

  private func say(_ what: String, _ page: String?) {
    guard !options.quiet else { return }
    print(LogText.inert(page.map { "\(what): \($0.onOneLine)" } ?? what))
  }

  private static func words(_ why: NoThread) -> String {
    switch why {
    case .event(let name): "the event (\(name)) has no pull request; name one with --pull-request"
    case .notFound(let commit): "no open pull request has the commit \(commit.short) as its head"
    case .movedOn(let number, let head): "request \(number) stands at \(head) by now, whose own run writes it"
    }
  }

  private static func warn(_ report: ErrorReport) {
    var lines = ["warning: \(report.what.onOneLine)"]
    if let place = report.at { lines.append("  at: \(place.onOneLine)") }
    if let remedy = report.try { lines.append("  try: \(remedy.onOneLine)") }
    if let added = report.lines {
      lines += added.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }
    StandardError.write(lines.joined(separator: "\n"))
  }
}
