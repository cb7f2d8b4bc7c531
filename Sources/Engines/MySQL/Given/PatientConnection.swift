import EngineInterface

/// Connects to a server that may still be starting.
struct PatientConnection {
  private static let patience = Patience { error in
    if case ConnectionError.refused(_, _, let isTransient) = error { isTransient } else { false }
  }

  let parameters: ConnectionParameters

  func open() async throws -> MySQLConnection {
    try await Self.patience.result { try await MySQLConnection(parameters) }
  }
}
