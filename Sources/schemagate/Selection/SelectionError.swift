import SchemagateModel

/// What was asked for can't be found.
enum SelectionError: ReportedError, Hashable {
  case noSuchFile(String)
  case noBase(tried: [String], isShallow: Bool)
  case noTarget(notes: [String])
  case unknownTarget(String, known: [String])
}

extension SelectionError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .noSuchFile(let path):
      ErrorReport(what: "there is no file that can be read", at: path, try: "check the path after --config")
    case .noBase(let tried, let isShallow):
      ErrorReport(
        what: "no base to compare with was found; tried \(tried.joined(separator: ", "))"
          + (isShallow ? "; this clone is shallow" : ""),
        try: isShallow
          ? "fetch the branch to merge into, too: in the CI's checkout step `fetch-depth: 0`, or git fetch --unshallow"
          : "name it: schemagate check --base REVISION, or fetch it: git fetch origin main")
    case .noTarget(let notes):
      ErrorReport(
        what: (["no migrations were found"] + notes).joined(separator: "; "),
        try:
          "name them in schemagate.yml, for example: targets: {shop: {engine: postgresql, migrations: db/migrations}}")
    case .unknownTarget(let name, let known):
      ErrorReport(
        what: "there is no target called \(name)", try: "use one of \(known.joined(separator: ", "))")
    }
  }
}
