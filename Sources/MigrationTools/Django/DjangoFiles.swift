internal import SchemagateModel

/// The migration files of all apps, and the graph that their dependencies make.
struct DjangoFiles {
  let migrations: [DjangoKey: DjangoMigrationFile]
  private(set) var problems: [HistoryProblem]
  private let project: DjangoProject
  private let labels: Set<String>
  /// The squashed migrations in which files that are gone live on.
  private let heirs: [DjangoKey: DjangoKey]

  init(target: TargetDefinition, files: FileTree, project: DjangoProject) {
    self.project = project
    let apps = DjangoApps(target: target, files: files)
    let folders = Dictionary(apps.apps.map { ($0.folder, $0.label) }) { first, _ in first }
    let found = files.paths.filter(DjangoApps.isMigration).compactMap { path -> DjangoMigrationFile? in
      guard let label = folders[path.folder], let file = files.files[path] else { return nil }
      return DjangoMigrationFile(
        key: DjangoKey(app: label, name: String(path.lastPart.dropLast(3))), path: path, file: file)
    }
    labels = Set(apps.apps.map(\.label))
    migrations = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    heirs = Dictionary(found.flatMap { heir in heir.replaces.map { ($0, heir.key) } }) { first, _ in first }
    let rivals = Dictionary(grouping: found, by: \.key).filter { $0.value.count > 1 }
    problems = apps.problems + found.flatMap(\.problems)
    problems += rivals.sorted { $0.key < $1.key }
      .map { .duplicateVersion(id: $0.key.id, paths: $0.value.map(\.path)) }
  }

  /// The graph of what stands on the disk, with everything that each migration names resolved; squashed migrations stand
  /// beside those that they replace.
  func graph() -> DjangoGraph {
    var graph = DjangoGraph()
    for key in migrations.keys { graph.add(key) }
    for migration in migrations.values {
      for case .key(let named) in migration.dependencies.map(\.target) where named.app == migration.key.app {
        guard let parent = present(named), parent != migration.key else { continue }
        graph.add(child: migration.key, parent: parent)
      }
    }
    for migration in migrations.values where migration.isComputed { addNeighbour(of: migration.key, to: &graph) }
    for migration in migrations.values.sorted(by: { $0.key < $1.key }) { addOtherApps(of: migration, to: &graph) }
    return graph
  }

  /// Where the file doesn't tell, its name does: it follows on the one before it in its app.
  private func addNeighbour(of key: DjangoKey, to graph: inout DjangoGraph) {
    guard !graph.parents(of: key).contains(where: { $0.app == key.app }) else { return }
    let before = migrations.values.filter { $0.key.app == key.app && $0.key < key && !$0.isComputed }.map(\.key).max()
    if let before { graph.add(child: key, parent: before) }
  }

  private func addOtherApps(of migration: DjangoMigrationFile, to graph: inout DjangoGraph) {
    for reference in migration.dependencies {
      guard let parent = key(of: reference, in: graph), parent.app != migration.key.app else { continue }
      graph.add(child: migration.key, parent: parent)
    }
    for reference in migration.runBefore {
      guard let child = key(of: reference, in: graph) else { continue }
      graph.add(child: child, parent: migration.key)
    }
  }

  /// Other people's apps hang on the user model where it is the project's own.
  func addFollowersOfUser(to graph: inout DjangoGraph) {
    guard let user = project.app(ofModelIn: "AUTH_USER_MODEL"), let first = graph.roots(of: user).first else { return }
    for label in project.followersOfUser where !labels.contains(label) {
      let stranger = DjangoKey(app: label, name: "__stranger__")
      graph.add(stranger)
      graph.add(child: stranger, parent: first)
    }
  }

  /// The migration of the project that a reference means; `nil` for other people's, and where there is none.
  private func key(of reference: DjangoMigrationFile.Reference, in graph: DjangoGraph) -> DjangoKey? {
    switch reference.target {
    case .key(let key): present(key)
    case .first(let app): graph.roots(of: app).first
    case .latest(let app): graph.leaves.first { $0.app == app }
    case .swappable(let setting): project.app(ofModelIn: setting).flatMap { graph.roots(of: $0).first }
    }
  }

  /// The migration itself, or the one that it was squashed into.
  private func present(_ key: DjangoKey) -> DjangoKey? { migrations[key] == nil ? heirs[key] : key }

  /// Names of migrations that aren't there: Django stops with `NodeNotFoundError`.
  var missingNodes: [HistoryProblem] {
    migrations.values.sorted { $0.key < $1.key }.flatMap { migration in
      (migration.dependencies + migration.runBefore).compactMap { reference -> HistoryProblem? in
        guard case .key(let key) = reference.target, labels.contains(key.app), present(key) == nil
        else { return nil }
        return .missingNode(key, named: migration.path, reference.line)
      }
    }
  }
}

extension HistoryProblem {
  /// How we end the reason of a problem at which Django itself stops, other than one that only we can't read.
  static let djangoStops = ": Django stops at it"

  fileprivate static func missingNode(_ key: DjangoKey, named path: String, _ line: Int) -> Self {
    .unreadable(
      location: SourceLocation(path: path, line: line),
      why: "it names `\(key.id)`, which isn't there\(djangoStops)")
  }
}
