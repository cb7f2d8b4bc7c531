package import SchemagateModel

/// What a database says to a query that it may well refuse.
package enum QueryAnswer: Hashable, Sendable {
  case rows([[String?]])
  case refused(ErrorReport)

  /// `nil` where there is nothing to ask.
  package init?(asking query: String?, _ ask: (String) async throws -> [[String?]]) async throws {
    guard let query else { return nil }
    do {
      self = .rows(try await ask(query))
    } catch let error as CancellationError {
      throw error
    } catch {
      self = .refused((error as? any ReportedError)?.report ?? ErrorReport(what: String(describing: error)))
    }
  }
}
