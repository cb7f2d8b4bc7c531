internal import SchemagateModel

/// The snapshots below `meta`, each of which names the one that it follows on. `drizzle-kit check` and `generate` stop where
/// two name the same (drizzle-kit/src/utils.ts, `validateWithReport`); the migrator doesn't look at them.
struct DrizzleSnapshots {
  let folder: String
  let files: FileTree

  func problems(_ journal: DrizzleJournal) -> [HistoryProblem] {
    let paths = files.paths(under: .path(folder, "meta")).filter { $0.hasSuffix("_snapshot.json") }
    let children = paths.compactMap { path -> (parent: String, tag: MigrationID)? in
      guard let text = files.files[path]?.text, let parent = DrizzleSnapshot(text)?.parents.first else { return nil }
      return (parent, Self.tag(of: path, in: journal))
    }
    return Dictionary(grouping: children, by: \.parent).values.filter { $0.count > 1 }
      .map { $0.map(\.tag) }.sorted { $0[0].rawValue.precedesInBytes($1[0].rawValue) }
      .map { .headsDiverged(heads: $0) }
  }

  /// `0003_snapshot.json` belongs to the entry whose tag begins with `0003_`.
  private static func tag(of path: String, in journal: DrizzleJournal) -> MigrationID {
    let name = String(path.lastPart.dropLast("_snapshot.json".count))
    return MigrationID(journal.entries.first { $0.tag.hasPrefix(name + "_") }?.tag ?? name)
  }
}
