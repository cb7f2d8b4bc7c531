import CheckPipeline
import GitSource
import MigrationTools
import SchemagateModel

/// Decides which targets are checked, and by which policy.
struct TargetSelection {
  let run: GateRun
  let repository: GitRepository
  let files: ConfigurationFiles
  let revisions: Revisions

  struct Selection {
    let targets: [TargetDefinition]
    /// As base's configuration names them.
    var baseFolders: [String: [String]] = [:]
    let policy: Policy
    let notYetChecked: [String: [NotChecked]]
    let notes: [String]
  }

  /// `nil` where the repository has no migrations at all.
  func select() throws -> Selection? {
    let operators = try files.operators()
    let head = try files.configuration(in: revisions.head.tree)
    // An empty base has no policy that could differ.
    let base = try revisions.base.map { try files.configuration(in: $0.tree) } ?? head
    let policy = try Policy(base: base, head: head, operator: operators) { folder in
      try revisions.base.map { try repository.object(at: folder, in: $0.tree) != nil } ?? false
    }
    if head == nil, operators == nil, try !mayConcernTargets() {
      let note = "no file changed that a migration tool reads"
      return Selection(targets: [], policy: policy, notYetChecked: [:], notes: [note] + notes)
    }
    let (named, notes) = try targets(operators ?? head)
    let leftOut = operators == nil ? try leftOut(of: head, base, by: named) : []
    let targets = try chosen(named + leftOut).map { policy.applied(to: $0).on(server: run.server) }
    guard !targets.isEmpty else { return nil }
    let unchecked = (operators ?? head)?.unchecked ?? [:]
    return Selection(
      targets: targets, baseFolders: operators == nil ? base?.folders ?? [:] : [:],
      policy: operators == nil ? policy.adding(try changedSetup(targets) + changedSnapshots(targets)) : policy,
      notYetChecked: unchecked.merging(ignored(targets)) { $0 + $1 },
      notes: notes + self.notes + leftOut.map(\.leftOutNote))
  }

  /// A setup file runs as administrator before everything else: what the branch writes there has to be seen.
  private func changedSetup(_ targets: [TargetDefinition]) throws -> [String] {
    guard let base = revisions.base else { return [] }
    return try targets.flatMap { target in
      try target.setup.compactMap { path in
        let old = try repository.object(at: path, in: base.tree)
        guard let old, try repository.object(at: path, in: revisions.head.tree) != old else { return nil }
        return "the setup file `\(path)` of the target `\(target.name)` differs from base's; the branch's runs"
      }
    }
  }

  /// Nobody can write a snapshot on which everything applies, and nobody who wrote one wonders why it doesn't count.
  private func changedSnapshots(_ targets: [TargetDefinition]) throws -> [String] {
    guard let base = revisions.base else { return [] }
    return try targets.flatMap { target in
      try target.environments.compactMap { environment in
        guard case .snapshot(let path) = environment.source,
          let old = try repository.object(at: path, in: base.tree),
          try repository.object(at: path, in: revisions.head.tree) != old
        else { return nil }
        return "the snapshot `\(path)` of `\(environment.name)` differs from base's; base's is rehearsed"
      }
    }
  }

  /// What the policy takes out of the comparison is said in every report.
  private func ignored(_ targets: [TargetDefinition]) -> [String: [NotChecked]] {
    let ignoring = targets.filter { !$0.ignore.isEmpty }
    return Dictionary(
      ignoring.map { target in
        let names = target.ignore.map { "`\($0.parts.joined(separator: "."))`" }.joined(separator: ", ")
        return (target.name, [NotChecked(what: "objects named \(names)", why: "`ignore` leaves them out")])
      }, uniquingKeysWith: +)
  }

  /// Targets that the branch takes out of the configuration while their migrations are still there: a branch can't take
  /// itself out of the gate.
  private func leftOut(
    of head: Configuration?, _ base: Configuration?, by named: [TargetDefinition]
  ) throws -> [TargetDefinition] {
    guard let base, base.targets.contains(where: { draft in !named.contains { $0.name == draft.name } }) else {
      return []
    }
    let folders = Set(named.flatMap(\.migrations))
    let detected = base.isComplete ? [] : try detect(in: revisions.head.tree).targets
    return try base.definitions(detected: detected).filter { target in
      try !named.contains { $0.name == target.name } && folders.isDisjoint(with: target.migrations)
        && target.migrations.contains { try repository.object(at: $0, in: revisions.head.tree) != nil }
    }
  }

  /// The configured targets, completed by detection; or the detected ones, at head and at base: a branch that removes
  /// a target's last migration doesn't remove it from the check.
  private func targets(_ configuration: Configuration?) throws -> ([TargetDefinition], notes: [String]) {
    if let configuration, configuration.isComplete { return (try configuration.definitions(detected: []), []) }
    let head = try detect(in: revisions.head.tree)
    if let configuration, !configuration.targets.isEmpty {
      return (try configuration.definitions(detected: head.targets), [])
    }
    let names = Set(head.targets.map(\.name))
    let removed = try removedTargets().filter { !names.contains($0.name) }
    return (head.targets + removed, head.notes)
  }

  /// Whether the branch changes any file that could belong to a target: the answer needs no walk of the whole tree.
  private func mayConcernTargets() throws -> Bool {
    guard revisions.base != nil, let start = revisions.mergeBase else { return true }
    return try repository.changedPaths(from: start.tree, to: revisions.head.tree).contains { mayBeInput($0.path) }
  }

  private func removedTargets() throws -> [TargetDefinition] {
    guard let base = revisions.base else { return [] }
    let removed = try repository.changedPaths(from: base.tree, to: revisions.head.tree).contains { change in
      change.kind == .removed && mayBeInput(change.path)
    }
    return removed ? try detect(in: base.tree).targets : []
  }

  private func detect(in tree: TreeID) throws -> DetectionResult {
    try TreeDetection(repository: repository, tree: tree).result()
  }

  private func chosen(_ targets: [TargetDefinition]) throws -> [TargetDefinition] {
    guard !run.options.target.isEmpty else { return targets }
    let known = targets.flatMap { $0.name == $0.plainName ? [$0.name] : [$0.plainName, $0.name] }
    if let unknown = run.options.target.first(where: { !known.contains($0) }) {
      throw SelectionError.unknownTarget(unknown, known: known)
    }
    return targets.filter { run.options.target.contains($0.name) || run.options.target.contains($0.plainName) }
  }

  private var notes: [String] {
    guard let base = revisions.base, base.id == revisions.head.id, !revisions.head.isWorkTree else { return [] }
    let same = "base and head are the same commit, so nothing was compared"
    guard repository.isShallow else { return [same] }
    return [
      same + "; this clone is shallow: fetch the branch to merge into, too "
        + "(git fetch --unshallow, or in the CI's checkout step `fetch-depth: 0`)"
    ]
  }
}

extension TargetDefinition {
  /// The target on the server that `--server` names.
  fileprivate func on(server: String?) -> TargetDefinition {
    guard let server, ServerAddress.engines(of: server).contains(engine) else { return self }
    var target = self
    target.server = .url(server)
    return target
  }
}

extension TargetDefinition {
  fileprivate var leftOutNote: String {
    "the branch takes the target \(name) out of \(Configuration.usualFile); it is checked as base has it"
  }
}

/// Which engines a URL can mean.
private enum ServerAddress {
  static func engines(of url: String) -> Set<EngineKind> {
    switch url.prefix(while: { $0 != ":" }) {
    case "postgresql", "postgres": [.postgresql]
    case "mysql", "mariadb": [.mysql, .mariadb]
    case let scheme where url.hasPrefix("\(scheme)://"): []
    case _: [.postgresql]
    }
  }
}

extension Configuration {
  /// Whether nothing is left to detection.
  fileprivate var isComplete: Bool {
    !targets.isEmpty && targets.allSatisfy { $0.engine != nil && $0.tool.name != nil && !$0.migrations.isEmpty }
  }

  /// The migration folders that the file names, by target.
  fileprivate var folders: [String: [String]] {
    Dictionary(targets.filter { !$0.migrations.isEmpty }.map { ($0.name, $0.migrations) }) { first, _ in first }
  }

  /// Keys that are read but not acted upon yet.
  fileprivate var unchecked: [String: [NotChecked]] {
    notYetChecked.mapValues { keys in
      keys.map { NotChecked(what: "`\($0)` of \(file)", why: "this version does not act on it yet") }
    }
  }
}
