import SchemagateModel

/// A catalogue that can't be read as a whole.
enum CatalogueError: Error, Hashable {
  case noDatabase
  /// The server showed nothing of this object.
  case unshown(kind: String, name: String)
}

extension CatalogueError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .noDatabase:
      ErrorReport(
        what: "the server has no row for the database that is connected to",
        try: "name the database in the URL, as mysql://USER@HOST/DATABASE, and check that it exists")
    case .unshown(let kind, let name):
      ErrorReport(
        what: "the server doesn't show the \(kind) \(name)",
        try: "read the schema as a user that has SHOW VIEW and SELECT on the whole database")
    }
  }
}
