package import SchemagateModel

/// What one report has to say, ready to be posted.
package struct Publication: Sendable {
  /// The comment's text in at most so many bytes, its marker first.
  package typealias Body = @Sendable (_ room: Int) throws -> String

  package let key: String
  /// `nil` where there is nothing to say.
  package let body: Body?
  package let statuses: [CommitStatus]

  /// `sentence` puts a target's verdict into words.
  package init(_ report: Report, body: @escaping Body, sentence: (TargetReport) -> String) {
    key = report.key
    self.body = report.isQuiet ? nil : body
    let prefix = report.key == Report.usualKey ? "schemagate" : "schemagate/\(report.key)"
    statuses =
      report.targets.isEmpty
      ? [CommitStatus(context: prefix, verdict: report.verdict, description: report.errors.first?.what ?? "no target")]
      : report.targets.map { target in
        CommitStatus(context: "\(prefix)/\(target.name)", verdict: target.verdict, description: sentence(target))
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
