import CSQLite
import SchemagateModel

/// Tells what one statement after the other changed, from SQLite's own counters.
struct ChangeCount {
  private let connection: Connection
  private var total: CInt
  private var last = ContinuousClock.now

  init(_ connection: Connection) {
    self.connection = connection
    total = sqlite3_total_changes(connection.handle)
  }

  /// What can be said of the statement that has just ended. SQLite goes on telling the rows of the last `INSERT`,
  /// `UPDATE` or `DELETE`; that they are this statement's shows in the total alone.
  mutating func answer(isReadOnly: Bool) -> StatementAnswer {
    let (before, start) = (total, last)
    total = sqlite3_total_changes(connection.handle)
    last = .now
    let rows = total == before ? 0 : Int(sqlite3_changes(connection.handle))
    return StatementAnswer(rows: isReadOnly ? nil : rows, elapsed: last - start)
  }
}
