import SchemagateModel

/// What came back for one text, result by result.
struct ExchangeResult: Hashable, Sendable {
  /// One for each result: whether it had rows.
  var results: [Bool] = []
  /// One for each result, too.
  var answers = StatementAnswers()
  var refusal: ServerMessage?

  /// As it is where a limit was passed: some statements (`SELECT SLEEP(60)`) end without a refusal when they are stopped.
  var stopped: ExchangeResult {
    if refusal != nil { return self }
    let message = ServerMessage(
      number: 1317, state: "70100", text: "the statement was still running at its time limit, and was stopped")
    return ExchangeResult(
      results: results.dropLast(), answers: answers.first(max(0, results.count - 1)), refusal: message)
  }
}

/// One text sent over a session in one go, with all of its results read.
struct Exchange {
  let text: String

  func run(over handle: borrowing ConnectionHandle) -> ExchangeResult {
    var result = ExchangeResult()
    var last = ContinuousClock.now
    var isWell: Bool? = handle.send(text)
    while let well = isWell {
      guard well, readResult(of: handle, into: &result, since: &last) else {
        result.refusal = handle.refusal ?? Self.silent
        return result
      }
      isWell = handle.advance()
    }
    return result
  }

  /// Rows are thrown away one by one: a migration may select a whole table.
  private func readResult(
    of handle: borrowing ConnectionHandle, into result: inout ExchangeResult, since last: inout ContinuousClock.Instant
  ) -> Bool {
    let hasRows = handle.discardRows()
    if handle.refusal != nil { return false }
    result.results.append(hasRows)
    let now = ContinuousClock.now
    result.answers.add(StatementAnswer(rows: hasRows ? nil : handle.affectedRows, elapsed: now - last))
    last = now
    return true
  }

  private static let silent = ServerMessage(number: 0, state: "HY000", text: "the server gave no reason")
}
