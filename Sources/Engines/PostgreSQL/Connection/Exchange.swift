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
  private let start = ContinuousClock.now

  private enum Ending {
    case finished
    case overLimit
    /// Over the limit, and the server took no notice of the cancel request.
    case unanswered
  }

  /// What the results amounted to so far.
  private struct Tally {
    var answers = StatementAnswers()
    var refusal: ServerMessage?
  }

  /// Returns also whether the connection can still be used.
  func run() throws -> (outcome: SendOutcome, isAnswered: Bool) {
    let copy = CopyText(text)
    guard PQsendQuery(connection, copy?.statement ?? text.text) == 1 else { throw lost() }
    PQsetSingleRowMode(connection)
    var tally = Tally()
    let ending = try withCancellation { try drain(&tally, copy?.data, until: .now.advanced(by: limit)) }
    return (outcome(tally, ending), ending != .unanswered)
  }

  private func outcome(_ tally: Tally, _ ending: Ending) -> SendOutcome {
    let reader = RefusalReader(
      text: text, statementsBefore: tally.answers.count, serverVersion: Int(PQserverVersion(connection)))
    // The server sends its answers when all are ready.
    let isAlone = tally.answers.count == 1 && tally.refusal == nil
    let answers = isAlone ? tally.answers : tally.answers.withoutTimes
    switch (ending, tally.refusal) {
    case (.unanswered, _): return .rejected(reader.rejection(Self.unanswered, overLimit: limit), after: answers)
    case (_, nil): return .applied(answers)
    case (.finished, let refusal?): return .rejected(reader.rejection(refusal), after: answers)
    case (.overLimit, let refusal?): return .rejected(reader.rejection(refusal, overLimit: limit), after: answers)
    }
  }

  private static let unanswered = ServerMessage(
    code: "57014", text: "the statement was still running at its time limit, and did not stop when it was told to")

  /// A cancelled task must not leave the server at work.
  private func withCancellation(_ body: () throws -> Ending) throws -> Ending {
    do { return try body() } catch is CancellationError {
      requestCancel()
      throw CancellationError()
    }
  }

  private func drain(
    _ tally: inout Tally, _ data: [UInt8]?, until deadline: ContinuousClock.Instant
  ) throws -> Ending {
    if try readResults(&tally, data, until: deadline) { return .finished }
    requestCancel()
    return try readResults(&tally, nil, until: .now.advanced(by: Self.grace)) ? .overLimit : .unanswered
  }

  /// Returns whether every result was read before `deadline`.
  private func readResults(
    _ tally: inout Tally, _ data: [UInt8]?, until deadline: ContinuousClock.Instant
  ) throws -> Bool {
    while true {
      guard try awaitResult(deadline) else { return false }
      guard let raw = PQgetResult(connection) else { return true }
      let result = ResultHandle(raw: raw)
      switch result.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK: tally.answers.add(result.answer(since: start))
      case PGRES_COPY_IN: sendCopy(data)
      case PGRES_COPY_OUT: guard try discardCopy(deadline) else { return false }
      case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: try note(result, in: &tally)
      default: break
      }
    }
  }

  private func awaitResult(_ deadline: ContinuousClock.Instant) throws -> Bool {
    while PQisBusy(connection) == 1 {
      guard try awaitInput(deadline) else { return false }
    }
    return true
  }

  private func awaitInput(_ deadline: ContinuousClock.Instant) throws -> Bool {
    guard try SocketWait.until(deadline, socket: PQsocket(connection), .readable) else { return false }
    guard PQconsumeInput(connection) == 1 else { throw lost() }
    return true
  }

  private func note(_ result: borrowing ResultHandle, in tally: inout Tally) throws {
    if PQstatus(connection) == CONNECTION_BAD { throw lost() }
    tally.refusal = tally.refusal ?? ServerMessage(result: result.raw)
  }

  private func sendCopy(_ data: [UInt8]?) {
    guard let data else {
      PQputCopyEnd(connection, "no data was sent for COPY FROM STDIN")
      return
    }
    data.withUnsafeBytes { bytes in
      _ = PQputCopyData(connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    PQputCopyEnd(connection, nil)
  }

  private func discardCopy(_ deadline: ContinuousClock.Instant) throws -> Bool {
    while true {
      var line: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(connection, &line, 1)
      PQfreemem(line)
      if count < 0 { return true }
      if count == 0, try !awaitInput(deadline) { return false }
    }
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
