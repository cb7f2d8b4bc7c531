/// One try to connect.
struct ConnectionAttempt {
  /// Of the protocol: several statements in one text, and their results.
  private static let multiStatements: CUnsignedLong = 1 << 16
  private static let multiResults: CUnsignedLong = 1 << 17

  let parameters: ConnectionParameters
  let seconds: UInt32

  /// Blocks until the server has answered.
  func handle() throws -> ConnectionHandle {
    let functions = parameters.library.functions
    guard let raw = functions.make(nil) else { throw refused("out of memory", isTransient: false) }
    let handle = ConnectionHandle(raw: raw, functions: functions)
    ConnectionOptions(parameters: parameters, seconds: seconds).apply(to: handle)
    let made = functions.connect(
      raw, parameters.socket == nil ? parameters.host ?? "127.0.0.1" : nil, parameters.user, parameters.password ?? "",
      parameters.database, CUnsignedInt(parameters.port ?? 3306), parameters.socket,
      Self.multiStatements | Self.multiResults)
    if made == nil { throw failure(handle) }
    return handle
  }

  private func failure(_ handle: borrowing ConnectionHandle) -> ConnectionError {
    let message = handle.refusal
    return refused(
      message.map { "\($0.text) (\($0.number))" } ?? "unknown reason",
      isTransient: Self.transient.contains(message?.number ?? 0))
  }

  /// No socket, no answer, lost while greeting, and too many connections.
  private static let transient: Set<Int> = [2002, 2003, 2006, 2013, 1040]

  private func refused(_ message: String, isTransient: Bool) -> ConnectionError {
    .refused(server: parameters.description, message: message, isTransient: isTransient)
  }
}
