package import GitSource
import MigrationTools
package import SchemagateModel

/// What a check would have to do for one target, from Git alone.
package struct TargetPlan: Sendable {
  package let target: TargetDefinition
  package let state: State

  package enum State: Sendable {
    /// The branch changes no input of it.
    case unchanged
    /// What the branch changes, and in which files; no counts where only the tool's own program knows its migrations.
    case changed(Counts?, paths: [String])
    /// Its files can't be read; its check says more.
    case unreadable(ErrorReport)
  }

  /// Numbers of migrations: at base, at head, and those that the branch touches.
  package struct Counts: Hashable, Sendable, Codable {
    package let base: Int
    package let head: Int
    package let added: Int
    package let edited: Int
    package let removed: Int
    package let renamed: Int
  }

  /// Whether a check has anything to do.
  package var isChanged: Bool {
    if case .unchanged = state { false } else { true }
  }

  /// How its work compares with others': a pending migration runs up, down and up again, and is read each time.
  package var load: ShardLoad {
    guard case .changed(let counts?, _) = state else { return ShardLoad(group: target.plainName, weight: 1) }
    return ShardLoad(group: target.plainName, weight: 1 + counts.base + 5 * counts.added)
  }
}

extension CheckPipeline {
  /// What a check would have to do, in the configuration's order. Nothing is started.
  package func plan(in repository: GitRepository) throws -> [TargetPlan] {
    let copies = RevisionCopies(repository: repository, environment: request.environment)
    return request.targets.map { target in
      let reader = TargetReader(request: request, target: target, repository: repository, copies: copies)
      do {
        return TargetPlan(target: target, state: try reader.plan())
      } catch {
        return TargetPlan(target: target, state: .unreadable(ErrorReport(error)))
      }
    }
  }
}

extension TargetReader {
  /// From where the branch began to its tip: base's own new migrations are no work of the branch's.
  fileprivate func plan() throws -> TargetPlan.State {
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let inputs = TargetInputs(target: target, tool: tool)
    guard try changesInputs(inputs) || !(try holdsMigrations) else { return .unchanged }
    let (start, head) = (request.revisions.mergeBase?.tree, request.revisions.head.tree)
    let paths = try start.map { try repository.changedPaths(from: $0, to: head).map(\.path).filter(inputs.contains) }
    guard tool.listing(of: target) == nil else { return .changed(nil, paths: paths ?? []) }
    let headFiles = try files(inputs, in: head)
    let baseFiles = try files(TargetInputs(target: targetAtBase, tool: tool), in: start, known: headFiles)
    let histories = TargetHistories(
      target: target, atBase: targetAtBase, tool: tool, baseFiles: baseFiles, headFiles: headFiles)
    return .changed(TargetPlan.Counts(histories), paths: paths ?? [])
  }
}

extension TargetPlan.Counts {
  fileprivate init(_ histories: TargetHistories) {
    let delta = histories.delta
    base = histories.base.migrations.count
    head = histories.head.migrations.count
    added = delta.added.count
    edited = delta.edited.count + delta.downEdited.count
    removed = delta.removed.count
    renamed = delta.renamed.count
  }
}
