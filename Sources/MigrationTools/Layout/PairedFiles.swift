internal import SchemagateModel

/// A migration file as its name describes it.
struct NumberedFile {
  let path: String
  let version: VersionNumber
  let name: String
  let direction: Step.Direction
}

/// Puts files of one version together: an up file and, where there is one, its down file.
struct PairedFiles {
  let files: [NumberedFile]
  let script: (NumberedFile) -> MigrationScript

  /// In numeric order. Of several up files of one version the first by path is taken; all are named as a problem.
  func history() -> MigrationHistory {
    var migrations: [Migration] = []
    var problems: [HistoryProblem] = []
    let groups = Dictionary(grouping: files, by: \.version)
    for (version, group) in groups.sorted(by: { $0.key < $1.key }) {
      let sorted = group.sorted { $0.path.precedesInBytes($1.path) }
      let ups = sorted.filter { $0.direction == .up }
      let downs = sorted.filter { $0.direction == .down }
      migrations.append(migration(version, up: ups.first, down: downs.first, first: sorted[0]))
      problems += Self.problems(version, ups: ups, downs: downs)
    }
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  private func migration(
    _ version: VersionNumber, up: NumberedFile?, down: NumberedFile?, first: NumberedFile
  ) -> Migration {
    Migration(
      id: MigrationID(version.digits), name: (up ?? first).name, path: (up ?? first).path,
      up: up.map(script), down: down.map(script))
  }

  private static func problems(
    _ version: VersionNumber, ups: [NumberedFile], downs: [NumberedFile]
  ) -> [HistoryProblem] {
    let id = MigrationID(version.digits)
    var problems = [ups, downs].filter { $0.count > 1 }
      .map { HistoryProblem.duplicateVersion(id: id, paths: $0.map(\.path)) }
    if ups.isEmpty { problems += downs.map { .downWithoutUp(path: $0.path) } }
    return problems
  }
}
