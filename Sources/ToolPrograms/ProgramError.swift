package import SchemagateModel

/// Why a program could not be run at all.
package enum ProgramError: ReportedError, Hashable {
  case noFolder(parent: String, reason: String)
  case noCopy(ProgramCall.Revision)
  /// A placeholder that names the database, where there is none yet.
  case noDatabase(placeholder: String, command: String)
  case notLaunched(reason: String)
  case unwritable(file: String, reason: String)
  /// A call that has to succeed, whatever the migrations do, and didn't.
  case failed(command: String, what: String, advice: String?)
}

extension ProgramError {
  package var report: ErrorReport {
    switch self {
    case .noFolder(let parent, let reason):
      ErrorReport(
        what: "no private folder for the migration tool's files could be made: \(reason)", at: parent,
        try: "set TMPDIR to a folder in which programs may be run")
    case .noCopy(let revision):
      ErrorReport(
        what: "the migration tool has to run on the files of \(revision.rawValue), of which there is no copy",
        try: "this is a defect of schemagate: please report it")
    case .noDatabase(let placeholder, let command):
      ErrorReport(
        what: "`\(command)` runs before there is a database, so that {\(placeholder)} means nothing in it",
        at: "schemagate.yml", try: "print the migrations from the files alone")
    case .notLaunched(let reason):
      ErrorReport(
        what: "the program that starts the migration tool failed: \(reason)",
        try: "check that sh and setsid (util-linux) are installed")
    case .unwritable(let file, let reason):
      ErrorReport(what: "a file for the migration tool could not be written: \(reason)", at: file)
    case .failed(let command, let what, let advice):
      ErrorReport(
        what: "`\(command)` failed: \(what)", at: "schemagate.yml",
        try: advice ?? "run it by hand in a clone of the repository")
    }
  }
}
