/// One statement of a migration as it was carried out.
package struct StatementReport: Hashable, Sendable, Codable {
  /// Where it begins in the migration's file, counted from 1; `nil` where it stands in none.
  package var line: Int?
  /// Its beginning, on one line.
  package var text: String
  /// What the server called it, for example `ALTER TABLE`; `nil` where the server names nothing.
  package var tag: String?
  /// Rows that it touched, where the server counts them.
  package var rows: Int?
  /// Measured; `nil` where the statement wasn't sent by itself and the server doesn't say.
  package var milliseconds: Double?
  /// Whether the server refused it; nothing after it was carried out.
  package var rejected: Bool

  package init(
    line: Int? = nil, text: String, tag: String? = nil, rows: Int? = nil, milliseconds: Double? = nil,
    rejected: Bool = false
  ) {
    self.line = line
    self.text = text
    self.tag = tag
    self.rows = rows
    self.milliseconds = milliseconds
    self.rejected = rejected
  }
}
