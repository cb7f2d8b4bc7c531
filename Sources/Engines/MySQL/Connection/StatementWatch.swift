import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends what a session is doing at a time limit, or when its task is cancelled, while the session's own thread waits.
final class StatementWatch: Sendable {
  enum Ending: Sendable {
    case inTime
    case overLimit
    case cancelled
  }

  private enum State {
    case running
    case stopping(Ending)
    case finished(Ending)
  }

  /// How long the server may take to stop a statement before the session is ended.
  private static let grace = DispatchTimeInterval.seconds(3)

  private let kill: SessionKill
  /// The session's socket, where the client library tells it.
  private let socket: CInt?
  private let state = Mutex(State.running)

  init(kill: SessionKill, socket: CInt?) {
    self.kill = kill
    self.socket = socket
  }

  /// Begins to count.
  func start(limit: Duration) {
    let nanoseconds = limit.components.seconds * 1_000_000_000 + limit.components.attoseconds / 1_000_000_000
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [weak self] in
      self?.stop(.overLimit)
    }
  }

  /// The task was cancelled.
  func cancel() {
    DispatchQueue.global().async { self.stop(.cancelled) }
  }

  /// The statement came to its end. Waits for a kill that is under way, which would hit the next statement otherwise.
  func finish() -> Ending {
    state.withLock { state in
      let ending: Ending =
        switch state {
        case .running: .inTime
        case .stopping(let ending), .finished(let ending): ending
        }
      state = .finished(ending)
      return ending
    }
  }

  private func stop(_ ending: Ending) {
    let isStopping = state.withLock { state in
      guard case .running = state else { return false }
      state = .stopping(ending)
      kill.statement()
      return true
    }
    guard isStopping else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) { [weak self] in self?.endSession() }
  }

  private func endSession() {
    state.withLock { state in
      guard case .stopping = state else { return }
      kill.wholeSession()
      // A server that hangs takes no kill, and its session would be waited for without an end.
      if let socket { shutdown(socket, CInt(SHUT_RDWR)) }
    }
  }
}
