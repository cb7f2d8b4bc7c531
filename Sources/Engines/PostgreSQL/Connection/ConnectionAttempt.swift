import CLibpq

/// One try to connect, within a limit.
struct ConnectionAttempt {
  let parameters: ConnectionParameters
  let limit: Duration

  func handle(notices: NoticeLog) throws -> ConnectionHandle {
    guard let raw = start() else { throw refused("out of memory", isTransient: false) }
    let handle = ConnectionHandle(raw: raw)
    try establish(handle)
    notices.attach(to: raw)
    guard PQsetClientEncoding(raw, "UTF8") == 0 else { throw refused(handle.lastError, isTransient: false) }
    return handle
  }

  private func start() -> OpaquePointer? {
    let pairs = parameters.pairs
    let names = CStrings(pairs.map(\.0) + [nil])
    let values = CStrings(pairs.map(\.1) + [nil])
    return names.withPointers { names in values.withPointers { PQconnectStartParams(names, $0, 1) } }
  }

  private func establish(_ handle: borrowing ConnectionHandle) throws {
    let deadline = ContinuousClock.now.advanced(by: limit)
    var state = PGRES_POLLING_WRITING
    if handle.isLost { throw failure(handle) }
    while state != PGRES_POLLING_OK {
      guard state != PGRES_POLLING_FAILED else { throw failure(handle) }
      let direction: SocketWait.Direction = state == PGRES_POLLING_READING ? .readable : .writable
      guard try SocketWait.until(deadline, socket: PQsocket(handle.raw), direction) else {
        throw ConnectionError.tooSlow(server: parameters.description, limit: limit)
      }
      state = PQconnectPoll(handle.raw)
    }
  }

  private func failure(_ handle: borrowing ConnectionHandle) -> ConnectionError {
    let message = handle.lastError
    let starting = ["Connection refused", "starting up", "No such file or directory", "Connection reset"]
    return refused(message, isTransient: starting.contains { message.contains($0) })
  }

  private func refused(_ message: String, isTransient: Bool) -> ConnectionError {
    .refused(server: parameters.description, message: message, isTransient: isTransient)
  }
}
