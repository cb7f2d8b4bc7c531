package import SchemagateModel

/// The server refused a statement of our own (not a migration's), so nothing is known.
package struct QueryRefused: Error, Hashable {
  package let message: ServerMessage
  package let statement: String
}

extension QueryRefused: ReportedError {
  package var report: ErrorReport {
    ErrorReport(
      what: "PostgreSQL refused a query: \(message.text)\(message.code.isEmpty ? "" : " (\(message.code))")",
      at: statement.split(separator: "\n").first.map(String.init),
      try: message.hint)
  }
}
