import SchemagateModel

/// Reports versions that several migrations claim.
struct VersionDuplicate: Rule {
  let metadata = RuleMetadata(
    id: "version-duplicate", title: "Two migrations have one version", check: .history, severity: .error,
    rationale:
      "The tool stops, or runs one of the two and takes the other for applied. Git merges both without a conflict.",
    remedy: "Give the newer migration a version that is free.",
    fires: "base adds `0007_email.sql` while the branch adds `0007_phone.sql`",
    staysQuiet: "each migration has a version of its own")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.head.problems.compactMap { problem in
      guard case .duplicateVersion(let id, let paths) = problem else { return nil }
      let known = Set(evidence.base.migrations.map(\.path))
      return .duplicate(id, paths: paths, newest: paths.first { !known.contains($0) } ?? paths.last)
    }
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
