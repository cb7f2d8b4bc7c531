import SchemagateModel

/// A catalogue that contradicts itself.
enum CatalogueError: Error, Hashable {
  case noDatabase
}

extension CatalogueError: ReportedError {
  package var report: ErrorReport {
    ErrorReport(
      what: "PostgreSQL's catalogue has no row for the database that is connected to",
      try: "check that the database still exists")
  }
}
