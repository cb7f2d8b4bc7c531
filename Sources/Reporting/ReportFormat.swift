package import SchemagateModel

/// One way to write a report down; equal reports give equal bytes.
package protocol ReportFormat: Sendable {
  /// The word after `--format`.
  var name: String { get }
  /// The usual ending of a file in this format, without a dot.
  var fileExtension: String? { get }
  /// The whole text, with a line break at its end.
  func render(_ report: Report, _ options: RenderOptions) throws -> String
}

/// Every format that `--format` knows.
package enum ReportFormatCatalog {
  /// In the order in which help lists them.
  package static let all: [any ReportFormat] = [
    TextFormat(),
    MarkdownFormat(),
    JSONFormat(),
    JUnitFormat(),
    SARIFFormat(),
    GitHubFormat(),
    CodeQualityFormat(),
    HTMLFormat(),
  ]

  /// The format of that name, if there is one.
  package static func named(_ name: String) -> (any ReportFormat)? {
    all.first { $0.name == name }
  }
}
