package import EngineInterface
package import GitSource
import MigrationTools
package import SchemagateModel

/// The order of everything: inputs, merge, histories, rehearsal, rules, report.
package struct CheckPipeline: Sendable {
  let request: CheckRequest
  let engines: [any DatabaseEngine]
  let events: CheckEvents

  package init(request: CheckRequest, engines: [any DatabaseEngine], events: CheckEvents = CheckEvents()) {
    self.request = request
    self.engines = engines
    self.events = events
  }

  /// Checks every target. What can't be checked becomes part of the report; only a cancellation is thrown.
  package func run(in repository: GitRepository) async throws -> Report {
    let copies = RevisionCopies(repository: repository, environment: request.environment)
    defer { copies.remove() }
    var sources: [TargetSource] = []
    for target in request.targets { sources.append(try await source(of: target, in: repository, copies)) }
    let checked = VariantComparison(request: request, sources: sources).compared(try await checkOnServers(sources))
    let reports = sources.enumerated().map { index, source in
      if case .finished(let report) = source { return report }
      return checked[index]?.report ?? .failed(request.targets[index], TargetError.lost)
    }
    return report(reports, mergedTree: sources.commonTree)
  }

  /// The reports of the targets that need a database, by their place; engines work side by side.
  private func checkOnServers(_ sources: [TargetSource]) async throws -> [Int: CheckedTarget] {
    let deadline = Deadline(after: request.totalLimit)
    return try await withThrowingTaskGroup(of: [Int: CheckedTarget].self) { group in
      for servers in ServerGroup.groups(of: sources, in: request) {
        group.addTask { try await ServerCheck(pipeline: self, group: servers, deadline: deadline).run() }
      }
      return try await group.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
    }
  }

  /// What a target's files say, or its report where no database is needed to write it.
  private func source(
    of target: TargetDefinition, in repository: GitRepository, _ copies: RevisionCopies
  ) async throws -> TargetSource {
    do {
      return try await TargetReader(request: request, target: target, repository: repository, copies: copies).read()
    } catch let error as CancellationError {
      throw error
    } catch {
      return .finished(.failed(target, error))
    }
  }

  private func report(_ targets: [TargetReport], mergedTree: String?) -> Report {
    let revisions = request.revisions
    return Report(
      generator: request.generator, repository: revisions.published, base: revisions.baseReference,
      head: revisions.headReference, mergeBase: revisions.mergeBase?.id, mergedTree: mergedTree,
      verdict: Verdict.overall(targets.map(\.verdict)), notes: request.notes, command: request.command,
      key: request.key, targets: targets)
  }
}

/// What a person at the terminal is told while a check runs; none of it is part of the report.
package struct CheckEvents: Sendable {
  /// What is being done now, in a few words.
  package let progress: @Sendable (String) -> Void
  /// A line that stays: how to enter a database that was kept.
  package let announcement: @Sendable (String) -> Void

  package init(
    progress: @escaping @Sendable (String) -> Void = { _ in },
    announcement: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.progress = progress
    self.announcement = announcement
  }
}
