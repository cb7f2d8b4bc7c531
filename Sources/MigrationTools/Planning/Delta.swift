package import SchemagateModel

/// What head's history changes of base's, by the tool's own keys.
package func delta(from base: MigrationHistory, to head: MigrationHistory) -> HistoryDelta {
  HistoryComparison(base: base, head: head).delta()
}

private struct HistoryComparison {
  let common: [(base: Migration, head: Migration)]
  let removed: [Migration]
  let added: [Migration]

  init(base: MigrationHistory, head: MigrationHistory) {
    let byID = { (history: MigrationHistory) in
      Dictionary(history.migrations.map { ($0.id, $0) }) { first, _ in first }
    }
    let (old, new) = (byID(base), byID(head))
    let rivals = Self.rivals(in: head)
    common = head.migrations.compactMap { migration in
      old[migration.id].map { ($0, migration) }
    }.filter { !(rivals[$0.0.id]?.contains($0.0.path) ?? false) || $0.0.path == $0.1.path }
    removed = base.migrations.filter { new[$0.id] == nil }
    added = head.migrations.filter { old[$0.id] == nil }
  }

  /// Where several files claim one version, base's own file is still there: it is neither edited nor renamed.
  private static func rivals(in history: MigrationHistory) -> [MigrationID: [String]] {
    var rivals: [MigrationID: [String]] = [:]
    for case .duplicateVersion(let id, let paths) in history.problems { rivals[id, default: []] += paths }
    return rivals
  }

  func delta() -> HistoryDelta {
    let renumbered = renumberings()
    let (from, to) = (Set(renumbered.map(\.from)), Set(renumbered.map(\.to)))
    let edited = common.filter { !MigrationScript.sameContent($0.base.up, $0.head.up) }.map(\.head.id)
    let downEdited = common.filter { !MigrationScript.sameContent($0.base.down, $0.head.down) }.map(\.head.id)
    return HistoryDelta(
      added: added.map(\.id).filter { !to.contains($0) },
      edited: edited,
      downEdited: downEdited.filter { !edited.contains($0) },
      removed: removed.map(\.id).filter { !from.contains($0) },
      renamed: moves(except: Set(edited)) + renumbered)
  }

  /// Same key and content, another path.
  private func moves(except edited: Set<MigrationID>) -> [HistoryDelta.Renaming] {
    common.filter { $0.base.path != $0.head.path && !edited.contains($0.head.id) }
      .map { HistoryDelta.Renaming(from: $0.base.id, to: $0.head.id, fromPath: $0.base.path, toPath: $0.head.path) }
  }

  /// Another key, the same content; each migration takes part once.
  private func renumberings() -> [HistoryDelta.Renaming] {
    var candidates = added
    return removed.compactMap { old in
      guard let at = candidates.firstIndex(where: { isSameMigration(old, $0) }) else { return nil }
      let new = candidates.remove(at: at)
      return HistoryDelta.Renaming(from: old.id, to: new.id, fromPath: old.path, toPath: new.path)
    }
  }

  private func isSameMigration(_ old: Migration, _ new: Migration) -> Bool {
    old.up != nil && new.up != nil && MigrationScript.sameContent(old.up, new.up)
  }
}
