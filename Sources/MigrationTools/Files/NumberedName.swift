internal import SchemagateModel

/// A file's name in the layouts that need no pattern: `001_init.sql`, `1.sql`, `2024-01-02-name.sql`, `3_x.up.sql`.
struct NumberedName {
  let version: String
  let name: String
  let direction: Step.Direction

  /// The version is the digits in front, and further groups of digits joined to them by `-`, `.` or `_`, as dates are
  /// written; the name is the rest.
  init?(_ file: String) {
    guard
      let match = file.wholeMatch(
        of: /(\d+(?:[-.]\d+)*(?:_\d{4,}(?=_))?)(?:[-_. ]+(.*?))??(?:([._-])(up|down|undo|rollback))?\.sql/)
    else { return nil }
    version = String(match.output.1)
    name = String(match.output.2 ?? "")
    direction = match.output.4.map { $0 != "up" } ?? false ? .down : .up
  }
}
