import CLibpq

/// An error or notice of the server, field by field.
package struct ServerMessage: Hashable, Sendable {
  package let severity: String
  /// SQLSTATE, for example `42P01`; empty for what libpq itself says.
  package let code: String
  package let text: String
  package let detail: String?
  package let hint: String?
  /// Index of a code point in the text that was sent, from 1.
  package let position: Int?
  package let context: String?
  package let schema: String?
  package let table: String?
  package let constraint: String?

  init(severity: String = "ERROR", code: String, text: String, detail: String? = nil, hint: String? = nil) {
    self.severity = severity
    self.code = code
    self.text = text
    self.detail = detail
    self.hint = hint
    position = nil
    context = nil
    schema = nil
    table = nil
    constraint = nil
  }

  init(result: OpaquePointer) {
    func field(_ field: sg_pg_diag) -> String? {
      PQresultErrorField(result, Int32(field.rawValue)).map { String(cString: $0) }
    }
    severity = field(SG_DIAG_SEVERITY) ?? "ERROR"
    code = field(SG_DIAG_SQLSTATE) ?? ""
    text = field(SG_DIAG_MESSAGE) ?? String(cString: PQresultErrorMessage(result)).trimmingNewlines()
    detail = field(SG_DIAG_DETAIL)
    hint = field(SG_DIAG_HINT)
    position = field(SG_DIAG_POSITION).flatMap { Int($0) }
    context = field(SG_DIAG_CONTEXT)
    schema = field(SG_DIAG_SCHEMA)
    table = field(SG_DIAG_TABLE)
    constraint = field(SG_DIAG_CONSTRAINT)
  }
}
