import EngineInterface

/// Connects to a server that may still be starting.
struct PatientConnection {
  private static let patience = Patience { ($0 as? ConnectionError)?.isTransient ?? false }

  let parameters: ConnectionParameters

  func open() async throws -> PostgreSQLConnection {
    try await Self.patience.result { try await PostgreSQLConnection(parameters) }
  }
}

extension ConnectionError {
  fileprivate var isTransient: Bool {
    switch self {
    case .refused(_, _, let isTransient): isTransient
    case .tooSlow: true
    case .unreadableURL, .lost, .closed: false
    }
  }
}
