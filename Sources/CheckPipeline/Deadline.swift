/// When the whole check has to be done; work that takes longer is cancelled.
struct Deadline: Sendable {
  private let limit: Duration?
  private let end: ContinuousClock.Instant?

  /// `nil` for as long as it takes.
  init(after limit: Duration?) {
    self.limit = limit
    end = limit.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// Runs `body`, and throws `TargetError.outOfTime` where it doesn't end in time.
  func enforce<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
    guard let limit, let end else { return try await body() }
    return try await withThrowingTaskGroup(of: Result.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(until: end, clock: .continuous)
        throw TargetError.outOfTime(limit)
      }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}
