import EngineInterface
import Rehearsing
import SchemagateModel

/// Checks the targets of one server, one after the other: each has the machine to itself.
struct ServerCheck: Sendable {
  let pipeline: CheckPipeline
  let group: ServerGroup
  let deadline: Deadline

  func run() async throws -> [Int: TargetReport] {
    guard !pipeline.request.historyOnly else { return withoutServer("only the history was asked for") }
    do {
      let engine = try self.engine()
      pipeline.events.progress("starting \(group.request.engine.rawValue)")
      return try await engine.withServer(group.request) { server in try await check(on: server) }
    } catch let error as CancellationError {
      throw error
    } catch {
      return failed(error)
    }
  }

  private func engine() throws -> any DatabaseEngine {
    let kind = group.request.engine
    guard let engine = pipeline.engines.first(where: { $0.kinds.contains(kind) }) else {
      throw TargetError.engineUnsupported(kind, target: group.targets.first?.target.histories.target.name ?? "")
    }
    return engine
  }

  private func check(on server: any DatabaseServer) async throws -> [Int: TargetReport] {
    var reports: [Int: TargetReport] = [:]
    for (index, target) in group.targets {
      pipeline.events.progress("rehearsing \(target.histories.target.name)")
      reports[index] = try await check(target, on: server)
    }
    return reports
  }

  private func check(_ target: CheckableTarget, on server: any DatabaseServer) async throws -> TargetReport {
    let judge = TargetJudge(request: pipeline.request, target: target)
    let rehearser = Rehearser(server: server, plan: target.rehearsalPlan(pipeline.request))
    do {
      let rehearsal = try await deadline.enforce { try await rehearse(target, by: rehearser, on: server) }
      var report = judge.report(rehearsal: rehearsal)
      report.engine.options = server.buildOptions
      if pipeline.request.keep, report.verdict != .passed {
        report.errors += try await keep(report.name, after: rehearsal, by: rehearser)
      }
      return report
    } catch let error as CancellationError {
      throw error
    } catch {
      return judge.report(failure: error, engine: server.version)
    }
  }

  /// Base's and head's paths, and then what head's plan does on the environments' snapshots.
  private func rehearse(
    _ target: CheckableTarget, by rehearser: Rehearser, on server: any DatabaseServer
  ) async throws -> Rehearsal {
    var rehearsal = try await rehearser.rehearse()
    guard !target.environments.isEmpty else { return rehearsal }
    let clock = ContinuousClock()
    let start = clock.now
    rehearsal.environments = try await EnvironmentCheck(
      server: server, choice: group.request.choice, histories: target.histories,
      plan: target.rehearsalPlan(pipeline.request), events: pipeline.events
    ).rehearse(target.environments, beside: rehearsal)
    let elapsed = (clock.now - start).components
    rehearsal.timings.append(
      Timing(
        stage: "environments",
        milliseconds: Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)))
    return rehearsal
  }

  /// What was found stands, whether or not a database can be kept to look at.
  private func keep(_ name: String, after rehearsal: Rehearsal, by rehearser: Rehearser) async throws -> [ErrorReport] {
    do {
      let entry = try await rehearser.keep(after: rehearsal)
      pipeline.events.announcement("kept the database of \(name); enter it with: \(entry)")
      return []
    } catch let error as CancellationError {
      throw error
    } catch {
      return [ErrorReport(error)]
    }
  }

  private func withoutServer(_ reason: String) -> [Int: TargetReport] {
    reports { judge in judge.report(withoutRehearsal: reason) }
  }

  private func failed(_ error: any Error) -> [Int: TargetReport] {
    reports { judge in judge.report(failure: error, engine: nil) }
  }

  private func reports(_ make: (TargetJudge) -> TargetReport) -> [Int: TargetReport] {
    Dictionary(
      uniqueKeysWithValues: group.targets.map { index, target in
        (index, make(TargetJudge(request: pipeline.request, target: target)))
      })
  }
}
