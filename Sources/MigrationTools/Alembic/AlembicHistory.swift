internal import SchemagateModel

/// Reads the revision files of one tree into a history in the order in which Alembic runs them.
struct AlembicHistory {
  private let target: TargetDefinition
  private let files: FileTree
  private let project: AlembicProject?
  private let calls: AlembicCalls?
  private let transaction: TransactionScope

  init(_ target: TargetDefinition, in files: FileTree) {
    let location = AlembicLocation(target: target, files: files)
    self.target = target
    self.files = files
    project = location.project
    calls = project.map { AlembicCalls(target, project: $0, requirements: location.requirements(of: $0)) }
    transaction = target.tool.transaction ?? project?.environment.transaction(on: target.engine) ?? .none
  }

  func history() -> MigrationHistory {
    var reading = Reading()
    for path in paths { read(path, into: &reading) }
    let lost = lostOrigins(reading.revisions)
    let graph = AlembicGraph(reading.revisions.map { node($0, reading.labels) })
    let byID = Dictionary(reading.revisions.map { ($0.id, $0) }) { _, last in last }
    let migrations = graph.runOrder.compactMap { byID[$0] }.map { migration($0, graph, reading.labels) }
    let problems =
      reading.problems + duplicates(reading.revisions) + lost + cycles(graph, byID) + heads(graph) + missing
    return MigrationHistory(migrations: migrations, problems: problems + ignored)
  }

  private struct Reading {
    /// In the order in which Alembic reads them.
    var revisions: [AlembicRevision] = []
    var labels: [String: MigrationID] = [:]
    var problems: [HistoryProblem] = []
  }

  private func read(_ path: String, into reading: inout Reading) {
    guard let file = files.files[path] else { return }
    do throws(AlembicRevision.Unreadable) {
      let revision = try AlembicRevision(path: path, contents: file.contents)
      reading.revisions.append(revision)
      for label in revision.labels {
        if reading.labels[label] != nil { reading.problems.append(.label(label, in: revision)) }
        reading.labels[label] = revision.id
      }
    } catch {
      reading.problems.append(
        .unreadable(location: SourceLocation(path: path, line: error.line), why: error.why))
    }
  }

  private func node(_ revision: AlembicRevision, _ labels: [String: MigrationID]) -> AlembicGraph.Node {
    AlembicGraph.Node(
      id: revision.id, parents: revision.parents, dependencies: dependencies(of: revision, labels))
  }

  private func dependencies(of revision: AlembicRevision, _ labels: [String: MigrationID]) -> [MigrationID] {
    revision.dependsOn.map { labels[$0] ?? MigrationID($0) }
  }

  private func migration(
    _ revision: AlembicRevision, _ graph: AlembicGraph, _ labels: [String: MigrationID]
  ) -> Migration {
    let parent = graph.nearestParent(of: revision.id)
    return Migration(
      id: revision.id, name: name(of: revision), path: revision.path,
      up: revision.up.flatMap { up in script(revision, up) { $0.upgrade(to: revision.id) } },
      down: revision.down.flatMap { down in script(revision, down) { $0.downgrade(revision.id, to: parent) } },
      parents: revision.parents, dependencies: dependencies(of: revision, labels))
  }

  private func script(
    _ revision: AlembicRevision, _ part: String, _ call: (AlembicCalls) -> ProgramCall
  ) -> MigrationScript? {
    guard let calls, let file = files.files[revision.path] else { return nil }
    return MigrationScript(
      path: revision.path, body: .command(call(calls)),
      transaction: transaction, contentID: file.contentID, part: part)
  }

  /// The file's name without the revision, which the usual template puts in front.
  private func name(of revision: AlembicRevision) -> String {
    let stem = String(revision.path.lastPart.dropLast(".py".count))
    let rest = stem.replacing(revision.id.rawValue, with: "")
    return String(rest.drop { $0 == "_" || $0 == "-" })
  }
}

// MARK: - Files

extension AlembicHistory {
  /// base.py `_list_py_dir`: the files of a folder by name, then, where it is asked for, those of the folders inside.
  private var paths: [String] {
    target.migrations.flatMap { folder -> [String] in
      let own = files.paths(under: folder).filter { isRevision($0, in: folder) }
      return own.filter { $0.folder == folder } + own.filter { $0.folder != folder }
    }
  }

  private func isRevision(_ path: String, in folder: String) -> Bool {
    let isHere = path.folder == folder || project?.isRecursive == true
    return isHere && AlembicTool.isScript(path)
  }

  private var ignored: [HistoryProblem] {
    guard let project, !project.isRecursive else { return [] }
    return files.paths.filter { path in
      target.migrations.contains { path.isBelow($0) && path.folder != $0 } && !target.migrations.contains(path.folder)
        && AlembicTool.isScript(path) && files.files[path]?.text.contains("down_revision") == true
    }.map {
      .ignored(path: $0, why: "it stands in a folder of its own, and `recursive_version_locations` isn't set")
    }
  }

  /// Without `env.py` nothing can be run; a tree without any revision needs none.
  private var missing: [HistoryProblem] {
    guard project == nil, let first = paths.first else { return [] }
    return [
      .unreadable(
        location: SourceLocation(path: first.folder),
        why: "no alembic.ini (or env.py beside the folder) tells how Alembic is run; name it with `tool: {config: …}`")
    ]
  }
}

// MARK: - What stops Alembic

extension AlembicHistory {
  private func duplicates(_ revisions: [AlembicRevision]) -> [HistoryProblem] {
    let groups = Dictionary(grouping: revisions, by: \.id).filter { $0.value.count > 1 }
    return groups.sorted { $0.key.rawValue.precedesInBytes($1.key.rawValue) }.map {
      .duplicateVersion(id: $0.key, paths: $0.value.map(\.path))
    }
  }

  /// `_revision_map` looks every parent and every dependency up, and ends with a `KeyError`.
  private func lostOrigins(_ revisions: [AlembicRevision]) -> [HistoryProblem] {
    let known = Set(revisions.map(\.id.rawValue))
    let names = known.union(revisions.flatMap(\.labels))
    return revisions.compactMap { revision in
      let lost =
        revision.parents.map(\.rawValue).first { !known.contains($0) }
        ?? revision.dependsOn.first { !names.contains($0) }
      return lost.map { .lost($0, revision) }
    }
  }

  private func cycles(_ graph: AlembicGraph, _ byID: [MigrationID: AlembicRevision]) -> [HistoryProblem] {
    let cycle = graph.cycle
    guard let first = cycle.first.flatMap({ byID[$0] }) else { return [] }
    return [.cycle(cycle, at: first)]
  }

  private func heads(_ graph: AlembicGraph) -> [HistoryProblem] {
    graph.heads.count > 1 ? [.headsDiverged(heads: graph.heads)] : []
  }
}

extension HistoryProblem {
  fileprivate static func label(_ label: String, in revision: AlembicRevision) -> Self {
    .unreadable(
      location: SourceLocation(path: revision.path),
      why: "another revision has the branch label `\(label)`, too; Alembic stops at that")
  }

  fileprivate static func lost(_ id: String, _ revision: AlembicRevision) -> Self {
    .unreadable(
      location: SourceLocation(path: revision.path, line: revision.parentLine),
      why: "it needs the revision `\(id)`, which no file has; Alembic stops with a KeyError")
  }

  fileprivate static func cycle(_ ids: [MigrationID], at revision: AlembicRevision) -> Self {
    .unreadable(
      location: SourceLocation(path: revision.path, line: revision.parentLine),
      why: "these revisions follow on each other in a circle: \(ids.map(\.rawValue).joined(separator: ", "))")
  }
}
