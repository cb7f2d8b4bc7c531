import CheckPipeline
import GitSource
import SchemagateModel

/// Checks every branch of one push. What can't be checked is said, and stops nothing by itself.
struct PrePushCheck {
  let remote: String
  let repo: String
  let events: CheckEvents
  let environment: [String: String]

  enum Outcome {
    /// Nothing stands against the push.
    case passed
    case failed(Report)
    /// In one line; the status is for those who want to stop here.
    case unknown(branch: String, why: String, ExitStatus)
  }

  /// A URL may hold a password.
  private var remoteWords: String { remote.contains("://") ? "the remote" : remote }

  /// Only a cancellation is thrown.
  func outcomes(of pushes: [Push]) async throws -> [Outcome] {
    var seen: Set<[String?]> = []
    var outcomes: [Outcome] = []
    for push in pushes where seen.insert([push.localID, push.branch]).inserted {
      outcomes.append(try await outcome(of: push))
    }
    return outcomes
  }

  private func outcome(of push: Push) async throws -> Outcome {
    let branch = push.branch ?? push.remoteRef
    do {
      let repository = try GitRepository(at: repo, environment: environment)
      switch PushBase.of(push, remote: remote, in: repository) {
      case .nothing: return try await firstPush(push, branch: branch)
      case .notFetched(let commit):
        let why = "\(remoteWords) holds \(commit.prefix(10)), which isn't here (git fetch)"
        return .unknown(branch: branch, why: why, .unknown)
      case .revision(let base, let why):
        guard let report = try await run(push, base: base, why: why).run() else { return .passed }
        return Outcome(report, branch: branch)
      }
    } catch let error as any ReportedError {
      let remedy = error.report.try.map { " (\($0))" } ?? ""
      return .unknown(branch: branch, why: error.report.what + remedy, ExitStatus(rawValue: error.exitStatus))
    } catch let error as CancellationError {
      throw error
    } catch {
      return .unknown(branch: branch, why: String(describing: error), .unknown)
    }
  }

  /// Nothing stands there yet that a branch could be compared with; where there is no target, that is nothing to tell.
  private func firstPush(_ push: Push, branch: String) async throws -> Outcome {
    var run = try run(push, base: "", why: "")
    run.base = .empty
    run.historyOnly = true
    guard try await run.run() != nil else { return .passed }
    let why = "nothing that it could be compared with is known of \(remoteWords) (schemagate check --all)"
    return .unknown(branch: branch, why: why, .passed)
  }

  private func run(_ push: Push, base: String, why: String) throws -> GateRun {
    GateRun(
      options: try RepositoryOptions.parse(["--repo=\(repo)"]), base: .named(base, why: why), head: push.localID,
      command: "schemagate check --base \(base) --head \(push.localID ?? "HEAD")", events: events,
      environment: environment)
  }
}

extension PrePushCheck.Outcome {
  /// One target that fails is enough to stop, whatever is unknown of the others.
  fileprivate init(_ report: Report, branch: String) {
    if report.verdict == .failed || report.targets.contains(where: { $0.verdict == .failed }) {
      self = .failed(report)
    } else if report.verdict == .unknown {
      let why = report.firstDoubt ?? "the report says why"
      self = .unknown(branch: branch, why: "\(why) (\(report.command ?? "schemagate check"))", .unknown)
    } else {
      self = .passed
    }
  }
}

extension Report {
  /// The first thing that kept the check from its end.
  fileprivate var firstDoubt: String? {
    let doubtful = targets.filter { $0.verdict == .unknown }
    let error = (errors + doubtful.flatMap(\.errors)).first?.what
    let skipped = doubtful.flatMap(\.checks).first { $0.id == .apply && $0.reason != nil }?.reason
    return error ?? skipped ?? doubtful.flatMap(\.notChecked).first.map { "\($0.what): \($0.why)" }
  }
}
