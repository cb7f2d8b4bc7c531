import CLibpq
import EngineInterface
import SchemagateModel

/// One text sent over a connection, with all of its results.
struct Exchange {
  /// How long the server may take to react to a cancel request before the connection is given up.
  private static let grace = Duration.seconds(3)

  let connection: OpaquePointer
  let server: String
  let text: SourceText
  let limit: Duration

  private enum Ending {
    case finished
    case overLimit
  }

  func run() throws -> SendOutcome {
    guard PQsendQuery(connection, text.text) == 1 else { throw lost() }
    PQsetSingleRowMode(connection)
    var tally = Tally()
    let ending = try withCancellation { try drain(&tally, until: .now.advanced(by: limit)) }
    return outcome(tally, ending)
  }

  /// What the results amounted to so far.
  private struct Tally {
    var statements = 0
    var refusal: ServerMessage?
  }

  private func outcome(_ tally: Tally, _ ending: Ending) -> SendOutcome {
    guard let refusal = tally.refusal else {
      return .applied(statements: tally.statements)
    }
    let reader = RefusalReader(text: text, statementsBefore: tally.statements)
    switch ending {
    case .finished: return .rejected(reader.rejection(refusal))
    case .overLimit: return .rejected(reader.rejection(refusal, overLimit: limit))
    }
  }

  /// A cancelled task must not leave the server at work.
  private func withCancellation(_ body: () throws -> Ending) throws -> Ending {
    do { return try body() } catch is CancellationError {
      requestCancel()
      throw CancellationError()
    }
  }

  private func drain(_ tally: inout Tally, until deadline: ContinuousClock.Instant) throws -> Ending {
    if try readResults(&tally, until: deadline) { return .finished }
    requestCancel()
    if try readResults(&tally, until: .now.advanced(by: Self.grace)) { return .overLimit }
    throw ConnectionError.lost(server: server, message: "the server did not stop the statement that was cancelled")
  }

  /// Returns whether every result was read before `deadline`.
  private func readResults(_ tally: inout Tally, until deadline: ContinuousClock.Instant) throws -> Bool {
    while true {
      guard try awaitResult(deadline) else { return false }
      guard let raw = PQgetResult(connection) else { return true }
      let result = ResultHandle(raw: raw)
      try add(result, to: &tally)
    }
  }

  private func awaitResult(_ deadline: ContinuousClock.Instant) throws -> Bool {
    while PQisBusy(connection) == 1 {
      guard try SocketWait.until(deadline, socket: PQsocket(connection), .readable) else { return false }
      guard PQconsumeInput(connection) == 1 else { throw lost() }
    }
    return true
  }

  private func add(_ result: borrowing ResultHandle, to tally: inout Tally) throws {
    switch result.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: tally.statements += 1
    case PGRES_COPY_IN: PQputCopyEnd(connection, "a migration sends no data for COPY FROM STDIN")
    case PGRES_COPY_OUT: discardCopy()
    case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
      if PQstatus(connection) == CONNECTION_BAD { throw lost() }
      tally.refusal = tally.refusal ?? ServerMessage(result: result.raw)
    default: break
    }
  }

  private func discardCopy() {
    var line: UnsafeMutablePointer<CChar>?
    while PQgetCopyData(connection, &line, 0) > 0 { PQfreemem(line) }
  }

  private func requestCancel() {
    guard let cancel = PQgetCancel(connection) else { return }
    defer { PQfreeCancel(cancel) }
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(cancel, &message, Int32(message.count))
  }

  private func lost() -> ConnectionError {
    .lost(server: server, message: String(cString: PQerrorMessage(connection)).trimmingNewlines())
  }
}
