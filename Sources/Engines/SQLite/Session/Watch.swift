import CSQLite
import Synchronization

/// Ends a running statement when its time is over or its task is cancelled.
final class Watch: Sendable {
  private let deadline: ContinuousClock.Instant
  private let cancelled = Atomic<Bool>(false)

  init(limit: Duration) { deadline = .now.advanced(by: limit) }

  func cancel() { cancelled.store(true, ordering: .relaxed) }
  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
  var isOver: Bool { ContinuousClock.now >= deadline }

  /// SQLite asks on the thread that runs the statement, so `self` outlives every question.
  func guarding<Result>(_ connection: Connection, _ body: () throws -> Result) rethrows -> Result {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      connection.handle, 1_000,
      { context in
        guard let context else { return 0 }
        let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
        return watch.isCancelled || watch.isOver ? 1 : 0
      }, context)
    defer { sqlite3_progress_handler(connection.handle, 0, nil, nil) }
    return try withExtendedLifetime(self) { try body() }
  }
}
