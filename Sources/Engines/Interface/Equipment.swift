package import SchemagateModel

/// Something that an engine uses on this machine, and whether it is here.
package struct Equipment: Hashable, Sendable {
  /// What it is, for example `server programs`.
  package let what: String
  package let state: State

  package enum State: Hashable, Sendable {
    /// Its version and place.
    case found(String)
    /// Why it can't be used, and what mends that.
    case missing(ErrorReport)
  }

  package init(what: String, state: State) {
    self.what = what
    self.state = state
  }

  /// Found where `look` returns, missing where it throws.
  package static func looking(
    for what: String, _ look: () async throws -> String
  ) async -> Equipment {
    do {
      return Equipment(what: what, state: .found(try await look()))
    } catch {
      let report = (error as? any ReportedError)?.report ?? ErrorReport(what: "\(error)")
      return Equipment(what: what, state: .missing(report))
    }
  }
}
