/// A JSON report whose `version` this program doesn't read.
package struct ReportVersionUnsupported: ReportedError {
  package let found: Int

  package init(found: Int) { self.found = found }

  package var exitStatus: Int32 { 2 }
}

extension ReportVersionUnsupported {
  package var report: ErrorReport {
    ErrorReport(
      what: "the report has version \(found), and this schemagate reads version \(Report.formatVersion)",
      at: "the report's key \"version\"",
      try: "publish it with the schemagate that wrote it, or run the check again with this one")
  }
}
