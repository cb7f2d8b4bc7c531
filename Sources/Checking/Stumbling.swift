import SchemagateModel

/// What a tool stumbles over, as the branch's changes show it: where that stands in head, and what exactly mends it.
struct Stumbling {
  let location: SourceLocation?
  /// What the tool can't know, to be said behind its own words.
  let clause: String
  let remedy: String?

  init(_ refusal: ToolPlan.Refusal, in evidence: Evidence) {
    guard let id = refusal.migration else {
      self.init(at: evidence.head.place(named: refusal.reason))
      return
    }
    let file = Marked.file(evidence.path(of: id))
    if let paths = evidence.head.rivals(for: id) {
      self.init(rivals: paths, base: evidence.base)
    } else if let renaming = evidence.delta.renamed.first(where: { $0.from == id && $0.to != id }) {
      self.init(renaming, hasDown: evidence.base[id]?.hasDownFile ?? false)
    } else if evidence.delta.removed.contains(id) {
      self.init(at: evidence.location(of: id), remedy: "Restore \(file), and undo what it did in a new migration.")
    } else if evidence.delta.edited.contains(id) {
      self.init(
        at: evidence.location(of: id),
        remedy: "Restore \(file) as base has it, byte for byte, and write the change as a new migration.")
    } else {
      self.init(at: evidence.location(of: id))
    }
  }

  private init(at location: SourceLocation?, clause: String = "", remedy: String? = nil) {
    self.location = location
    self.clause = clause
    self.remedy = remedy
  }

  private init(_ renaming: HistoryDelta.Renaming, hasDown: Bool) {
    self.init(
      at: SourceLocation(path: renaming.toPath), clause: " (its file is \(Marked.file(renaming.toPath)) now)",
      remedy: "Rename \(Marked.file(renaming.toPath)) back to \(Marked.file(renaming.fromPath))"
        + (hasDown ? ", and its down file with it." : "."))
  }

  private init(rivals paths: [String], base: MigrationHistory) {
    let known = Set(base.migrations.flatMap { [$0.path, $0.up?.path, $0.down?.path] })
    let newest = paths.first { !known.contains($0) } ?? paths.last
    self.init(
      at: newest.map { SourceLocation(path: $0) },
      remedy: newest.map { "Give \(Marked.file($0)) a version that is free." })
  }
}

extension Migration {
  fileprivate var hasDownFile: Bool { down.map { $0.path != up?.path } ?? false }
}

extension MigrationHistory {
  /// The files that claim one version.
  fileprivate func rivals(for id: MigrationID) -> [String]? {
    problems.lazy.compactMap { problem -> [String]? in
      guard case .duplicateVersion(let version, let paths) = problem, version == id else { return nil }
      return paths
    }.first
  }

  /// The place that a tool's words name.
  fileprivate func place(named words: String) -> SourceLocation? {
    problems.lazy.compactMap { problem -> SourceLocation? in
      switch problem {
      case .unreadable(let location, _): words.contains(location.path) ? location : nil
      case .staleChecksum(let path, _): words.contains(path) ? SourceLocation(path: path) : nil
      case .duplicateVersion, .downWithoutUp, .ignored, .headsDiverged: nil
      }
    }.first
  }
}
