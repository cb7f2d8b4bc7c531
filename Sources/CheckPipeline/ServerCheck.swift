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
      let rehearsal = try await deadline.enforce { try await rehearser.rehearse() }
      let report = judge.report(rehearsal: rehearsal)
      guard pipeline.request.keep, report.verdict != .passed else { return report }
      return try await keep(rehearser, rehearsal, of: report)
    } catch let error as CancellationError {
      throw error
    } catch {
      return judge.report(failure: error, engine: server.version)
    }
  }

  /// What was found stands, whether or not a database can be kept to look at.
  private func keep(_ rehearser: Rehearser, _ rehearsal: Rehearsal, of report: TargetReport) async throws
    -> TargetReport
  {
    var report = report
    do {
      let entry = try await rehearser.keep(after: rehearsal)
      pipeline.events.announcement("kept the database of \(report.name); enter it with: \(entry)")
    } catch let error as CancellationError {
      throw error
    } catch {
      report.errors.append(ErrorReport(error))
    }
    return report
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
