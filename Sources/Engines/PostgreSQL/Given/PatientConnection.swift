/// Connects to a server that may still be starting.
struct PatientConnection {
  private static let limit = Duration.seconds(30)

  let parameters: ConnectionParameters

  /// Tries again, less and less often, while the server is not there yet.
  func open() async throws -> PostgreSQLConnection {
    let deadline = ContinuousClock.now.advanced(by: Self.limit)
    var pause = Duration.milliseconds(50)
    while true {
      do { return try await PostgreSQLConnection(parameters) } catch let error as ConnectionError {
        guard error.isTransient, ContinuousClock.now < deadline else { throw error }
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .seconds(1))
    }
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
