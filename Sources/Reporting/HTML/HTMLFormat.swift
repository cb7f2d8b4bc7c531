package import SchemagateModel

/// The whole report as one page: a file without any outside reference, for a CI system's artifacts.
package struct HTMLFormat: ReportFormat {
  package let name = "html"
  package let fileExtension: String? = "html"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    ReportPage(report: report.sorted, rules: RulePurpose(options.rules)).document.source
  }
}
