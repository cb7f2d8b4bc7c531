import CLibpq
import SchemagateModel

/// Owns a `PGconn` and ends it.
struct ConnectionHandle: ~Copyable {
  let raw: OpaquePointer

  deinit { PQfinish(raw) }

  var isLost: Bool { PQstatus(raw) == CONNECTION_BAD }
  var isBusy: Bool { PQisBusy(raw) == 1 }
  var lastError: String { String(cString: PQerrorMessage(raw)).trimmingNewlines() }

  /// The next result of the statements under way; `nil` after the last one. Blocks while libpq says `isBusy`.
  func nextResult() -> ResultHandle? { PQgetResult(raw).map { ResultHandle(raw: $0) } }
}

/// Owns a `PGresult`.
struct ResultHandle: ~Copyable {
  let raw: OpaquePointer

  deinit { PQclear(raw) }

  var status: ExecStatusType { PQresultStatus(raw) }
  var isRefusal: Bool { status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE }
  var rowCount: Int32 { PQntuples(raw) }
}

extension String {
  func trimmingNewlines() -> String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}

extension ResultHandle {
  /// What the server says of the statement that gave this result: `INSERT 0 3` is three rows of an `INSERT`.
  func answer(since start: ContinuousClock.Instant) -> StatementAnswer {
    let words = PQcmdStatus(raw).map { String(cString: $0) } ?? ""
    let tag = words.prefix { !$0.isNumber }
    return StatementAnswer(
      tag: tag.isEmpty ? nil : String(tag.last == " " ? tag.dropLast() : tag),
      rows: PQcmdTuples(raw).flatMap { Int(String(cString: $0)) }, elapsed: .now - start)
  }
}
