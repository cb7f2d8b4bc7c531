package import SchemagateModel

/// What one report has to say, ready to be posted.
package struct Publication: Sendable {
  /// The comment's text in at most so many bytes, its marker first.
  package typealias Body = @Sendable (_ room: Int) throws -> String

  package let key: String
  /// `nil` where there is nothing to say.
  package let body: Body?
  /// The whole report's first, whose name never changes, so that a branch's protection can ask for it; then each target's.
  package let statuses: [CommitStatus]

  /// `words` puts verdicts into sentences.
  package init(_ report: Report, body: @escaping Body, words: Words) {
    key = report.key
    self.body = report.isQuiet ? nil : body
    let name = report.key == Report.usualKey ? "schemagate" : "schemagate/\(report.key)"
    let whole = report.errors.first?.what ?? words.report(report)
    statuses =
      [CommitStatus(context: name, verdict: report.verdict, description: whole)]
      + report.targets.map { target in
        CommitStatus(context: "\(name)/\(target.name)", verdict: target.verdict, description: words.target(target))
      }
  }

  /// What a status says, in one sentence.
  package struct Words {
    fileprivate let report: (Report) -> String
    fileprivate let target: (TargetReport) -> String

    package init(report: @escaping (Report) -> String, target: @escaping (TargetReport) -> String) {
      self.report = report
      self.target = target
    }
  }
}

extension Report {
  /// Whether the branch changes nothing that anybody need read about.
  package var isQuiet: Bool {
    errors.isEmpty && verdict != .failed && verdict != .unknown
      && targets.allSatisfy { target in
        target.verdict == .unchanged && target.checks.flatMap(\.findings).allSatisfy { $0.existing || $0.waived != nil }
      }
  }
}
