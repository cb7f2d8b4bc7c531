/// What is left out to stay under the size that forges accept, in this order. The verdict, the errors and what was not
/// checked always stay.
enum CommentCut: Int, CaseIterable, Comparable {
  case nothing
  case trace
  case diagram
  case diff
  case changes
  case notices
  case warnings
  case rows
  case evidence
  case targets

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// What a reader is told; `nil` where nothing is missing.
  var note: Markdown? {
    switch self {
    case .nothing: nil
    case .trace: "the statements"
    case .diagram: "the statements and the diagram"
    case .diff: "the statements, the diagram and the diff"
    case .changes: "the statements, the diagram and the schema changes"
    case .notices: "the statements, the diagram, the schema changes and notices"
    case .warnings: "the statements, the diagram, the schema changes, notices and warnings"
    case .rows: "the statements, the diagram, the schema changes, notices, warnings and the migrations' table"
    case .evidence: "everything but each error's first line and what was not checked"
    case .targets: "everything but the first targets and their first errors"
    }
  }
}
