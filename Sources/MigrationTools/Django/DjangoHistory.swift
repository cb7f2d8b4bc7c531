internal import SchemagateModel

/// Reads a project's migrations in the order in which Django applies them to an empty database.
struct DjangoHistory {
  private let target: TargetDefinition
  private let files: DjangoFiles
  private let calls: DjangoCalls

  init(target: TargetDefinition, files: FileTree) {
    let project = DjangoProject(target: target, files: files)
    self.target = target
    self.files = DjangoFiles(target: target, files: files, project: project)
    calls = DjangoCalls(target: target, project: project, apps: Set(self.files.migrations.keys.map(\.app)).sorted())
  }

  func history() -> MigrationHistory {
    let graph = files.graph()
    let squashed = self.squashed(graph)
    let circle = squashed.circle
    let problems = files.problems + files.missingNodes + circle.prefix(1).compactMap { self.circle(from: $0, circle) }
    let order = circle.isEmpty ? withReplaced(squashed.order, graph) : files.migrations.keys.sorted()
    return MigrationHistory(
      migrations: order.compactMap { migration($0, graph) }, problems: problems + Self.conflicts(in: squashed))
  }

  /// What an empty database sees: squashed migrations instead of those that they replace.
  private func squashed(_ graph: DjangoGraph) -> DjangoGraph {
    var graph = graph
    files.addFollowersOfUser(to: &graph)
    for migration in files.migrations.values.sorted(by: { $0.key < $1.key }) where !migration.replaces.isEmpty {
      graph.replace(Set(migration.replaces), by: migration.key)
    }
    return graph
  }

  /// Replaced migrations stand before the one that they were squashed into.
  private func withReplaced(_ order: [DjangoKey], _ graph: DjangoGraph) -> [DjangoKey] {
    let whole = graph.order
    return order.flatMap { key -> [DjangoKey] in
      let replaced = Set(files.migrations[key]?.replaces ?? [])
      return replaced.isEmpty ? [key] : whole.filter(replaced.contains) + [key]
    }
  }

  private func migration(_ key: DjangoKey, _ graph: DjangoGraph) -> Migration? {
    guard let file = files.migrations[key] else { return nil }
    let transaction: TransactionScope = file.isAtomic && !target.engine.isMySQL ? .file : .none
    let script = { (call: ProgramCall) in
      MigrationScript(path: file.path, body: .command(call), transaction: transaction, contentID: file.contentID)
    }
    let isStandIn = file.replaces.contains { files.migrations[$0] != nil }
    return Migration(
      id: key.id, name: String(key.name.drop { $0.isNumber }.drop { $0 == "_" }),
      kind: isStandIn ? .baseline : .versioned, path: file.path, up: script(calls.up(key)),
      down: script(calls.down(key, in: graph)), parents: graph.parents(of: key).sorted().map(\.id),
      replaces: file.replaces.map(\.id))
  }

  /// `detect_conflicts`: several ends within one app.
  private static func conflicts(in graph: DjangoGraph) -> [HistoryProblem] {
    Dictionary(grouping: graph.leaves, by: \.app).filter { $0.value.count > 1 }.sorted {
      $0.key.precedesInBytes($1.key)
    }
    .map { .headsDiverged(heads: $0.value.map(\.id)) }
  }

  private func circle(from key: DjangoKey, _ circle: [DjangoKey]) -> HistoryProblem? {
    files.migrations[key].map { file in
      .unreadable(
        location: SourceLocation(path: file.path, line: file.dependencies.first?.line),
        why: "its dependencies go in a circle (\(circle.map(\.id.rawValue).joined(separator: ", ")))"
          + HistoryProblem.djangoStops)
    }
  }
}
