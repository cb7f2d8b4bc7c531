/// Waits for a server that may still be starting.
package struct Patience: Sendable {
  private static let limit = Duration.seconds(30)

  private let isTransient: @Sendable (any Error) -> Bool

  /// `isTransient` tells the errors that may pass by themselves.
  package init(isTransient: @escaping @Sendable (any Error) -> Bool) { self.isTransient = isTransient }

  /// Tries again, less and less often, while the server is not there yet.
  package func result<Result: Sendable>(of attempt: () async throws -> Result) async throws -> Result {
    let deadline = ContinuousClock.now.advanced(by: Self.limit)
    var pause = Duration.milliseconds(50)
    while true {
      do { return try await attempt() } catch {
        guard isTransient(error), ContinuousClock.now < deadline else { throw error }
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .seconds(1))
    }
  }
}
