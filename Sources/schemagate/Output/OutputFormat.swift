import ArgumentParser
import Foundation
import Reporting
import SchemagateModel

/// One `--format FORMAT[=FILE]`.
struct OutputFormat: ExpressibleByArgument, Hashable {
  let name: String
  /// `nil` for standard output.
  let file: String?

  init(name: String, file: String? = nil) {
    self.name = name
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard ReportFormatCatalog.named(parts[0]) != nil, parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.init(name: parts[0], file: parts.count == 2 ? parts[1] : nil)
  }

  static var allValueStrings: [String] { ReportFormatCatalog.all.map(\.name) }
}
