import SchemagateModel

/// What the server, or the client library, refused with.
struct ServerMessage: Hashable, Sendable {
  /// The vendors' own number, for example 1146.
  let number: Int
  /// SQLSTATE, for example `42S02`.
  let state: String
  let text: String

  /// Both, as people search for either.
  var code: String { "\(state) (\(number))" }

  /// Whether the session is gone: by the client library's numbers, and by those that the server says goodbye with.
  var meansLostSession: Bool { Self.lost.contains(number) }

  private static let lost: Set<Int> = [2000, 2006, 2008, 2012, 2013, 2014, 2027, 2055, 1053, 1927, 3169, 4031]
}

/// The server refused a statement of our own (not a migration's), so nothing is known.
struct QueryRefused: Error, Hashable {
  let message: ServerMessage
  let statement: String
}

extension QueryRefused: ReportedError {
  var report: ErrorReport {
    ErrorReport(
      what: "the server refused a query: \(message.text) (\(message.code))",
      at: statement.split(separator: "\n").first.map(String.init))
  }
}
