package import SchemagateModel

/// A report that isn't posted.
package enum ReportRefused: ReportedError {
  case noCommit(source: String)
  case otherCommit(source: String, found: String, wanted: CommitID)
  case unlikely(source: String)
  /// It says nothing of the targets of the other parts.
  case part(source: String, part: Shard)
  case tooLarge(source: String, limit: Int)
  case sameKey(key: String, sources: [String])
}

extension ReportRefused {
  package var exitStatus: Int32 {
    switch self {
    case .noCommit, .otherCommit, .unlikely: 3
    case .tooLarge, .sameKey, .part: 2
    }
  }

  package var report: ErrorReport {
    switch self {
    case .noCommit(let source):
      ErrorReport(
        what: "the report is not posted: it is about no commit", at: source,
        try: "check a commit instead of --worktree")
    case .otherCommit(let source, let found, let wanted):
      ErrorReport(
        what:
          "the report is not posted: it is about commit \(found.onOneLine.prefix(64)), and this run is for \(wanted)",
        at: source, try: "check that commit, or name the one that was checked with --commit")
    case .unlikely(let source):
      ErrorReport(what: "the report is not posted: no check of ours writes such a one", at: source)
    case .part(let source, let part):
      ErrorReport(
        what: "the report is not posted: it is part \(part.text) of a check, and says nothing of the others",
        at: source,
        try: "merge all parts first: schemagate report merge PART.json… --format json=schemagate.json")
    case .tooLarge(let source, let limit):
      ErrorReport(what: "the report is larger than \(limit >> 20) MiB", at: source)
    case .sameKey(let key, let sources):
      ErrorReport(
        what: "two reports are of one configuration (\(key)): \(sources.joined(separator: ", "))",
        try: "merge them first: schemagate report merge \(sources.joined(separator: " "))")
    }
  }
}
