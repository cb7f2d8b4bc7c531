package import SchemagateModel

/// The pull-request comment.
package struct MarkdownFormat: ReportFormat {
  package let name = "markdown"
  package let fileExtension: String? = "md"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    // Forges count characters, some of them bytes: bytes are never the fewer.
    for cut in CommentCut.allCases {
      let text = CommentBody(report: report, cut: cut).text(key: report.key)
      if text.utf8.count <= options.budget { return text }
    }
    return CommentBody(report: report, cut: .targets).text(key: report.key, within: options.budget)
  }
}
