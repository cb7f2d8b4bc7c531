package import SchemagateModel

/// The pull-request comment.
package struct MarkdownFormat: ReportFormat {
  package let name = "markdown"
  package let fileExtension: String? = "md"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    for cut in CommentCut.allCases {
      let text = CommentBody(report: report, cut: cut).text(key: report.key)
      if text.utf8.count <= options.budget { return text }
    }
    return CommentBody(report: report, cut: .targets).text(key: report.key, within: options.budget)
  }
}

/// What is left out to stay under the size that forges accept, in this order. The verdict, the errors and what was not
/// checked always stay.
enum CommentCut: Int, CaseIterable, Comparable {
  case nothing
  case diff
  case changes
  case notices
  case warnings
  case rows
  case evidence
  case targets

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// What a reader is told; `nil` where nothing is missing.
  var note: Markdown? {
    switch self {
    case .nothing: nil
    case .diff: "the SQL-like diff"
    case .changes: "the schema changes"
    case .notices: "the schema changes and notices"
    case .warnings: "the schema changes, notices and warnings"
    case .rows: "the schema changes, notices, warnings and the migrations' table"
    case .evidence: "everything but each error's first line and what was not checked"
    case .targets: "everything but the first targets and their first errors"
    }
  }
}
