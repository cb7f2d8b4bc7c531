import SchemagateModel

/// Reports a sum or journal beside the migrations that says something else than they do.
struct ChecksumStale: Rule {
  let metadata = RuleMetadata(
    id: "checksum-stale", title: "The tool's own list of migrations is out of date", check: .history, severity: .error,
    rationale: "The tool reads its list before the migrations. Where the two disagree it stops, or runs others than "
      + "stand in the folder. A merge of two branches often leaves it so, without a conflict.",
    remedy: "Let the tool write its list again, and commit it.",
    fires: "a migration is added or edited, and `atlas.sum` still has the sum of what was there before",
    staysQuiet: "the list says what the files say")

  func observations(in evidence: Evidence) -> [Observation] {
    // Half of a merge that isn't settled has a list of its own; the conflict is the thing to say.
    let conflicts = Set(evidence.mergeConflicts)
    return evidence.head.problems.compactMap { problem in
      guard case .staleChecksum(let path, let why) = problem, !conflicts.contains(path) else { return nil }
      return .stale(path, why: why, mendedBy: evidence.target.tool.name)
    }
  }
}

extension Observation {
  fileprivate static func stale(_ path: String, why: String, mendedBy tool: String) -> Self {
    Self(
      "\(Marked.file(path)) is out of date: \(Marked.quoting(why))", remedy: remedy(tool, path),
      location: SourceLocation(path: path))
  }

  private static func remedy(_ tool: String, _ path: String) -> String? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    switch tool {
    case "atlas":
      let command = Marked.code("atlas migrate hash --dir file://\(folder)")
      return "Run \(command) on the merged branch, and commit the file."
    case "drizzle":
      return "Merge base, delete the branch's migration and its journal entry, and run `drizzle-kit generate` again."
    default: return nil
    }
  }
}
