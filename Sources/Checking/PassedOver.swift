import SchemagateModel

/// What a check leaves aside without doubt about its verdict, so that the report names it.
struct PassedOver {
  private let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  var notChecked: [NotChecked] { editedDowns + files + ignored }

  /// Only pending migrations are taken down.
  private var editedDowns: [NotChecked] {
    guard evidence.toolHasDowns, evidence.rehearsal != nil else { return [] }
    return evidence.delta.downEdited.map { id in
      NotChecked(
        what: "The changed down part of \(Marked.code(evidence.downPath(of: id)))",
        why: "base already holds the migration, and only pending ones are taken down and up again")
    }
  }

  /// Files that the tool, or we, pass over at base already: their finding is folded away, and nothing else names them.
  private var files: [NotChecked] {
    let known = Set(evidence.base.problems)
    return evidence.head.problems.compactMap { problem in
      guard known.contains(problem), case .ignored(let path, let why) = problem else { return nil }
      return NotChecked(what: Marked.code(path), why: Marked.quoting(why))
    }
  }

  private var ignored: [NotChecked] {
    let patterns = evidence.target.ignore.map { Marked.code($0.parts.joined(separator: ".")) }
    guard evidence.rehearsal != nil, !patterns.isEmpty else { return [] }
    return [
      NotChecked(what: "Objects called \(patterns.joined(separator: ", "))", why: "the configuration ignores them")
    ]
  }
}
