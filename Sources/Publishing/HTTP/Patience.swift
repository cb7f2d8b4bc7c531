/// How long and how often to try again. The clock is given, so that tests need not wait.
package struct Patience: Sendable {
  package var attempts: Int
  /// After this long since the start no request is sent again.
  package var total: Duration
  package var now: @Sendable () -> ContinuousClock.Instant
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    attempts: Int = 4, total: Duration = .seconds(30),
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.attempts = attempts
    self.total = total
    self.now = now
    self.sleep = sleep
  }

  /// One second, two, four.
  func pause(after attempt: Int) -> Duration { .seconds(1 << (min(attempt, 6) - 1)) }
}
