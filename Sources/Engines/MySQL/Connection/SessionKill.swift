import Dispatch

/// Stops what another session is doing, over a connection of its own.
struct SessionKill: Sendable {
  let parameters: ConnectionParameters
  let session: UInt

  /// Ends the statement, and leaves the session.
  func statement() { run("KILL QUERY \(session)") }

  /// Ends the session.
  func wholeSession() { run("KILL CONNECTION \(session)") }

  /// Where even that fails, the server is gone or full: whoever waits for the session learns it by itself.
  private func run(_ sql: String) {
    guard let handle = try? ConnectionAttempt(parameters: parameters.entering(nil), seconds: 3).handle() else { return }
    if handle.send(sql) { _ = handle.readRows(stored: true) { _ in } }
  }
}
