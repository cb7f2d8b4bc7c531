import Declaring
import GitSource
import MigrationTools
import SchemagateModel
import ToolPrograms

/// What is known of a target before any server is started.
enum TargetSource: Sendable {
  /// Nothing to rehearse: unchanged, or something that stops it.
  case finished(TargetReport)
  case check(CheckableTarget)
}

/// A target that has to be checked: its histories, declarations and setup files.
struct CheckableTarget: Sendable {
  let histories: TargetHistories
  let declarations: DeclarationSet
  let setup: [SourceText]
  /// Those that stand in a snapshot.
  let environments: [EnvironmentSource]
  /// What declares the schema at head and at base; `nil` where nothing does.
  let declared: DeclaredSources?
  let mergeConflicts: [String]
  /// What stands at head or base where an input was looked for and can't be read, with the reason.
  let unreadable: [String: String]
  /// The tree that head's files were read from.
  let mergedTree: String
  /// Where the tool's own program runs; `nil` where it has none.
  var programs: ProgramWorld?
  /// What the copies for the program don't hold.
  var notCopied: [NotChecked] = []
}

extension [TargetSource] {
  /// The tree that all targets were read from; `nil` where each target's inputs were merged by themselves.
  var commonTree: String? {
    let trees = Set(compactMap { source in if case .check(let target) = source { target.mergedTree } else { nil } })
    return trees.count == 1 ? trees.first : nil
  }
}

/// Reads one target's files at base and in the merge result.
struct TargetReader {
  let request: CheckRequest
  let target: TargetDefinition
  let repository: GitRepository
  let copies: RevisionCopies

  func read() async throws -> TargetSource {
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let inputs = TargetInputs(target: target, tool: tool)
    guard try changesInputs(inputs) || !(try holdsMigrations) else { return .finished(.unchanged(target)) }
    let baseInputs = TargetInputs(target: targetAtBase, tool: tool)
    let merged = try mergeResult(inputs, baseInputs)
    var headFiles = try files(inputs, in: merged.tree)
    var baseFiles = try files(baseInputs, in: merged.base, known: headFiles)
    if let listing = tool.listing(of: target) {
      guard !request.historyOnly else { throw TargetError.listedByProgram(target: target.name) }
      headFiles.listed = try await list(listing, merged.tree, headFiles)
      if let base = merged.base {
        baseFiles.listed = try await list(listing, base, baseFiles)
      } else {
        baseFiles.listed = []
      }
    }
    let histories = await histories(by: tool, baseFiles, headFiles, start: try startFiles(baseInputs))
    let unreadable = headFiles.unreadable.merging(baseFiles.unreadable) { head, _ in head }
    if histories.isEmpty { throw TargetError.noMigrations(target, unreadable: unreadable) }
    let lacking = tool.lackingVariables(of: target, in: headFiles)
    if !lacking.isEmpty { throw try variablesMissing(lacking, in: merged.tree) }
    if let hidden = histories.head.firstHidden(in: headFiles) { throw hidden }
    let declarations = DeclarationReader.read(
      pending: histories.declaring, history: histories.head, files: headFiles, target: target)
    var checkable = CheckableTarget(
      histories: histories, declarations: declarations, setup: try target.setupTexts(in: headFiles),
      environments: try snapshots(merged),
      declared: try DeclaredSources(target, head: headFiles, base: baseFiles), mergeConflicts: merged.conflicts,
      unreadable: unreadable, mergedTree: merged.tree.hex)
    guard merged.conflicts.isEmpty else {
      let judge = TargetJudge(request: request, target: checkable)
      return .finished(judge.report(withoutRehearsal: "base and head don't merge"))
    }
    if histories.runsPrograms || target.declaresByProgram, !request.historyOnly {
      try addPrograms(to: &checkable, merged)
    }
    return .check(checkable)
  }

  /// What the tool's own program says of its migrations. Where no revision holds any file of them, there is nothing to ask.
  private func list(_ call: ProgramCall, _ tree: TreeID, _ files: FileTree) async throws -> [String] {
    guard target.migrations.contains(where: { !files.paths(under: $0).isEmpty }) else { return [] }
    let world = try copies.world(base: nil, head: tree)
    let runner = ProgramRunner(world: world, engine: target.engine)
    return try await runner.run(call, on: nil, limit: request.stepLimit).lines()
  }

  /// A program is run on everything that would be merged, its own code included.
  private func addPrograms(to checkable: inout CheckableTarget, _ merged: MergedFiles) throws {
    let whole = try wholeMerge(merged)
    checkable.programs = try copies.world(base: merged.base, head: whole.tree)
    checkable.notCopied = copies.notCopied(of: [merged.base, whole.tree].compactMap { $0 })
    guard !whole.conflicts.isEmpty else { return }
    let paths = whole.conflicts.prefix(5).joined(separator: ", ") + (whole.conflicts.count > 5 ? ", …" : "")
    checkable.notCopied += [
      NotChecked(
        what: "the merge of what lies outside the target's inputs",
        why: "base and head don't merge at \(paths), so that the tool's program ran on head's files there")
    ]
  }

  /// Where the rest of the repository doesn't merge, head's files with the merged inputs are the nearest there is.
  private func wholeMerge(_ merged: MergedFiles) throws -> (tree: TreeID, conflicts: [String]) {
    let revisions = request.revisions
    guard let base = revisions.base, let mergeBase = revisions.mergeBase, !revisions.headIsMergeResult else {
      return (merged.tree, [])
    }
    let result = try repository.merge(base: base, head: revisions.head, mergeBase: mergeBase, inputs: [""])
    return result.conflicts.isEmpty ? (result.tree, []) : (merged.tree, result.conflicts)
  }

  /// Base's and head's histories side by side: thousands of files are read there.
  private func histories(
    by tool: any MigrationTool, _ baseFiles: FileTree, _ headFiles: FileTree, start: FileTree?
  ) async -> TargetHistories {
    let (target, atBase) = (target, targetAtBase)
    async let base = tool.history(of: atBase, in: baseFiles)
    async let head = tool.history(of: target, in: headFiles)
    let began = start.map { tool.history(of: atBase, in: $0) }
    return await TargetHistories(target: target, tool: tool, base: base, head: head, began: began)
  }

  /// The branch may have moved the migrations to another folder; those that it left are still base's.
  var targetAtBase: TargetDefinition {
    var target = target
    if let folders = request.baseFolders[target.name] { target.migrations = folders }
    return target
  }

  /// Whether head has any file in the target's folders. A folder that isn't there never changes either; one that holds
  /// the whole repository does.
  var holdsMigrations: Bool {
    get throws {
      if target.migrations.contains("") { return true }
      return try !repository.files(at: target.migrations, in: request.revisions.head.tree).files.isEmpty
    }
  }

  /// Compares tree ids only: head against the point where the branch began, and against base's tip.
  func changesInputs(_ inputs: TargetInputs) throws -> Bool {
    guard let base = request.revisions.base else { return true }
    let head = request.revisions.head.tree
    let sides = [base.tree, request.revisions.mergeBase?.tree].compactMap(\.self)
    return try sides.allSatisfy { side in
      try repository.changedPaths(from: side, to: head).contains { inputs.contains($0.path) }
    }
  }

  /// Base's and head's inputs merged, with what base changed meanwhile of the tool's own configuration.
  private func mergeResult(_ inputs: TargetInputs, _ baseInputs: TargetInputs) throws -> MergedFiles {
    let revisions = request.revisions
    guard let base = revisions.base, let mergeBase = revisions.mergeBase, !revisions.headIsMergeResult else {
      return MergedFiles(base: revisions.base?.tree, tree: revisions.head.tree, conflicts: [])
    }
    let moved = try repository.changedPaths(from: mergeBase.tree, to: base.tree).map(\.path)
    let result = try repository.merge(
      base: base, head: revisions.head, mergeBase: mergeBase,
      inputs: inputs.roots(including: moved) + baseInputs.roots(including: moved))
    // Head's own tree stands in for a merge that isn't there; it is only fair to compare it with where it began.
    let start = result.conflicts.isEmpty ? base.tree : mergeBase.tree
    return MergedFiles(base: start, tree: result.tree, conflicts: result.conflicts)
  }

  private struct MergedFiles {
    let base: TreeID?
    let tree: TreeID
    let conflicts: [String]
  }

  func files(
    _ inputs: TargetInputs, in tree: TreeID?, known: FileTree = FileTree()
  ) throws -> FileTree {
    guard let tree else { return FileTree() }
    var files = try repository.files(in: tree, where: inputs.contains, known: known)
    files.unreadable = try repository.obstacles(at: inputs.roots, in: tree)
    return files
  }

  /// As base has them: a branch could write a snapshot on which anything applies. A new one is the branch's own.
  private func snapshots(_ merged: MergedFiles) throws -> [EnvironmentSource] {
    try target.environments.compactMap { environment in
      guard case .snapshot(let path) = environment.source else { return nil }
      let trees = [merged.base, merged.tree].compactMap { $0 }
      let file = try trees.lazy.compactMap { try repository.read(path, in: $0) }.first
      guard let file else {
        let missing = TargetError.snapshotMissing(path: path, environment: environment.name)
        return EnvironmentSource(name: environment.name, contents: .unavailable(missing.report))
      }
      if let kind = Snapshot(reading: file.text)?.engine.name, kind != target.engine,
        !kind.isMySQL || !target.engine.isMySQL
      {
        // Another variant's of the same target; where there is no other, nobody would say that it wasn't used.
        return target.name == target.plainName ? .foreign(environment.name, path, kind, target.engine) : nil
      }
      return EnvironmentSource(
        name: environment.name, snapshot: SourceText(path: path, text: file.text), engine: target.engine)
    }
  }

  /// The files where the branch began; `nil` where base stood still, and nothing can have come in between.
  private func startFiles(_ inputs: TargetInputs) throws -> FileTree? {
    guard let base = request.revisions.base, let start = request.revisions.mergeBase, start.tree != base.tree else {
      return nil
    }
    guard try repository.changedPaths(from: start.tree, to: base.tree).contains(where: { inputs.contains($0.path) })
    else { return nil }
    return try files(inputs, in: start.tree)
  }

  private func variablesMissing(_ lacking: [LackingVariable], in tree: TreeID) throws -> TargetError {
    let scripts = try repository.listing(of: tree).filter { path in
      path.hasSuffix(".sql") && !target.migrations.contains(where: path.isBelow)
    }
    let platform = try scripts.prefix(50).compactMap { path in
      try repository.read(path, in: tree).flatMap { PlatformFile(path: path, text: $0.text) }
    }.first
    let lines = MissingLines(target: target, lacking: lacking, platform: platform).text
    return .variablesMissing(lacking, target: target.name, lines: lines)
  }
}

extension TargetDefinition {
  fileprivate var declaresByProgram: Bool {
    if case .command? = schema { return true }
    return false
  }
}

extension MigrationHistory {
  /// A migration that stands where no file can be read: the tool would follow a link, and we can't say what it finds.
  fileprivate func firstHidden(in files: FileTree) -> TargetError? {
    for case .unreadable(let location, let why) in problems where files.unreadable[location.path] != nil {
      return .hidden(path: location.path, why: why)
    }
    return nil
  }
}
