import SchemagateModel

/// Reports files in the migration folders that the tool can't use.
struct HistoryUnreadable: Rule {
  let metadata = RuleMetadata(
    id: "history-unreadable", title: "A migration file can't be read", check: .history, severity: .error,
    rationale: "The tool stops at such a file or passes it over, and neither is what its author meant.",
    remedy: "Correct the file so that the tool reads it.",
    fires:
      "a file lacks the line by which the tool finds its up part, or holds `\\i other.sql`, which only psql understands",
    staysQuiet: "every file has a name and directives that the tool knows")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.head.problems.compactMap { problem in
      switch problem {
      case .unreadable(let location, let why): .unreadable(location, why: why)
      case .downWithoutUp(let path): .withoutUp(path)
      case .ignored(let path, let why): .ignored(path, why: why)
      case .duplicateVersion, .headsDiverged, .staleChecksum: nil
      }
    }
  }
}

extension Observation {
  fileprivate static func unreadable(_ location: SourceLocation, why: String) -> Self {
    Self("\(Marked.file(location.path)) can't be read as a migration: \(why)", location: location)
  }

  fileprivate static func withoutUp(_ path: String) -> Self {
    Self(
      "\(Marked.file(path)) takes a migration down that doesn't exist", severity: .warning,
      remedy: "Add the up file that belongs to it, or delete the down file.", location: SourceLocation(path: path))
  }

  fileprivate static func ignored(_ path: String, why: String) -> Self {
    Self(
      "\(Marked.file(path)) looks like a migration, but the tool passes it over: \(why)", severity: .warning,
      remedy: "Give it a name that the tool reads, or move it out of the folder.", location: SourceLocation(path: path))
  }
}
