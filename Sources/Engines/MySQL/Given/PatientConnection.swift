/// Connects to a server that may still be starting.
struct PatientConnection {
  private static let limit = Duration.seconds(30)

  let parameters: ConnectionParameters

  /// Tries again, less and less often, while the server is not there yet.
  func open() async throws -> MySQLConnection {
    let deadline = ContinuousClock.now.advanced(by: Self.limit)
    var pause = Duration.milliseconds(50)
    while true {
      do { return try await MySQLConnection(parameters) } catch ConnectionError.refused(
        let server, let message, let isTransient)
      {
        guard isTransient, ContinuousClock.now < deadline else {
          throw ConnectionError.refused(server: server, message: message, isTransient: isTransient)
        }
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .seconds(1))
    }
  }
}
