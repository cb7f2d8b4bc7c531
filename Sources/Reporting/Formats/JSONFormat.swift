package import Foundation
package import SchemagateModel

/// The report as other programs read it: DESIGN's JSON, version 1.
package struct JSONFormat: ReportFormat {
  package let name = "json"
  package let fileExtension: String? = "json"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) throws -> String {
    try OrderedJSON.text(report.sorted)
  }

  /// Reads a report back; unknown keys are tolerated, `source` names the file in errors.
  package static func read(_ data: Data, from source: String) throws -> Report {
    do {
      return try JSONDecoder().decode(Report.self, from: data)
    } catch let error as ReportVersionUnsupported {
      throw error
    } catch let error as DecodingError {
      throw ReportUnreadable(source: source, reason: error.reason)
    }
  }
}

/// A file that was given as a report and isn't one.
package struct ReportUnreadable: ReportedError {
  package let source: String
  package let reason: String

  package var exitStatus: Int32 { 2 }
}

extension ReportUnreadable {
  package var report: ErrorReport {
    ErrorReport(
      what: "the file is not a schemagate report: \(reason)", at: source,
      try: "write one with: schemagate check --format json=\(source)")
  }
}

extension DecodingError {
  fileprivate var reason: String {
    switch self {
    case .keyNotFound(let key, let context): "the key \"\(key.stringValue)\" is missing\(context.place)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): "a value has the wrong type\(context.place)"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is not JSON" : "a value is unknown\(context.place)"
    @unknown default: "it can't be decoded"
    }
  }
}

extension DecodingError.Context {
  fileprivate var place: String {
    codingPath.isEmpty
      ? "" : " at " + codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
