package import SchemagateModel

/// Where to publish can't be told.
package enum PlaceError: ReportedError {
  /// Neither GitHub nor GitLab; `system` is the CI system that was recognised.
  case nowhere(system: String?)
  case lacking(option: String, variable: String)
  case unusable(what: String, value: String)
}

extension PlaceError {
  package var exitStatus: Int32 { 2 }

  package var report: ErrorReport {
    switch self {
    case .nowhere(let system?):
      ErrorReport(
        what: "\(system) alone doesn't say where to publish: comments and statuses are posted to GitHub and GitLab",
        try: "for a repository on GitHub give --repository OWNER/NAME --pull-request N --commit SHA and a GITHUB_TOKEN;"
          + " elsewhere keep the file of --format markdown as an artifact of the job")
    case .nowhere(nil):
      ErrorReport(
        what: "there is no place to publish: this is neither GitHub Actions nor GitLab CI",
        try: "give --repository OWNER/NAME --pull-request N --commit SHA and a GITHUB_TOKEN")
    case .lacking(let option, let variable):
      ErrorReport(what: "\(variable) is not set", try: "give \(option)")
    case .unusable(let what, let value):
      ErrorReport(what: "\(what) can't be used: \(value.onOneLine.prefix(120))", try: "check what the job sets")
    }
  }
}
