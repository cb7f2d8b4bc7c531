import SchemagateModel

/// Reports versions that several migrations claim.
struct VersionDuplicate: Rule {
  let metadata = RuleMetadata(
    id: "version-duplicate", title: "Two migrations have one version", check: .history, severity: .error,
    rationale:
      "The tool stops, or runs one of the two and takes the other for applied. Git merges both without a conflict.",
    remedy: "Give the newer migration a version that is free.",
    fires: "base adds `002_orders.sql` while the branch adds `002_name.sql`",
    staysQuiet: "each migration has a version of its own")

  func observations(in evidence: Evidence) -> [Observation] {
    let known = Set(evidence.base.migrations.flatMap { [$0.path, $0.up?.path, $0.down?.path] })
    return duplicates(in: evidence.head).map { id, paths in
      .duplicate(id, paths: paths, newest: paths.first { !known.contains($0) } ?? paths.last)
    }
  }

  /// Where two up files have one version, that their down files have it too goes without saying.
  private func duplicates(in history: MigrationHistory) -> [(id: MigrationID, paths: [String])] {
    let ups = Set(history.migrations.compactMap { $0.up?.path })
    let all = history.problems.compactMap { problem -> (id: MigrationID, paths: [String])? in
      guard case .duplicateVersion(let id, let paths) = problem else { return nil }
      return (id, paths)
    }
    let ofUps = Set(all.filter { $0.paths.contains(where: ups.contains) }.map(\.id))
    return all.filter { $0.paths.contains(where: ups.contains) || !ofUps.contains($0.id) }
  }
}

extension Observation {
  fileprivate static func duplicate(_ id: MigrationID, paths: [String], newest: String?) -> Self {
    Self(
      "\(paths.count) migrations have the version \(Marked.code(id.rawValue))", evidence: paths.joined(separator: "\n"),
      remedy: newest.map { "Give \(Marked.file($0)) a version that is free." }, migration: id,
      location: newest.map { SourceLocation(path: $0) })
  }
}
