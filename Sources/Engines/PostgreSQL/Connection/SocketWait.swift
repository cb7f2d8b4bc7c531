#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waiting for a socket in short slices, so that a limit and a cancelled task are both noticed.
enum SocketWait {
  enum Direction {
    case readable
    case writable
  }

  /// Blocks until the socket is ready or `deadline` has passed; throws where the task was cancelled.
  static func until(_ deadline: ContinuousClock.Instant, socket: Int32, _ direction: Direction) throws -> Bool {
    var watched = pollfd(fd: socket, events: Int16(direction == .readable ? POLLIN : POLLOUT), revents: 0)
    while true {
      try Task.checkCancellation()
      let left = milliseconds(ContinuousClock.now.duration(to: deadline))
      if poll(&watched, 1, Int32(min(max(left, 0), 50))) > 0 { return true }
      if left <= 0 { return false }
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}
