import EngineInterface
import SchemagateModel

/// What the engines find on this machine for the targets, and whether given servers answer.
struct MachineDiagnosis {
  let engines: [any DatabaseEngine]
  let targets: [TargetDefinition]

  func examine() async -> [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    for engine in engines {
      let users = targets.filter { engine.kinds.contains($0.engine) }
      diagnoses += users.isEmpty ? await unneeded(engine) : await needed(engine, by: users)
    }
    return diagnoses
  }

  /// What stands ready for other repositories.
  private func unneeded(_ engine: any DatabaseEngine) async -> [Diagnosis] {
    await engine.equipment().map { equipment in
      let words =
        switch equipment.state {
        case .found(let place): place
        case .missing: "not here, and no target needs it"
        }
      return Diagnosis(section: .engines, what: "\(engine.title) \(equipment.what)", state: .unneeded(words))
    }
  }

  /// Targets that ask for the same server are looked after once.
  private func needed(_ engine: any DatabaseEngine, by users: [TargetDefinition]) async -> [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    var seen: [ServerRequest] = []
    for user in users where !seen.contains(user.request) {
      seen.append(user.request)
      let names = users.filter { $0.request == user.request }.map(\.name).joined(separator: ", ")
      diagnoses += await examine(engine, user.request, names)
    }
    return diagnoses
  }

  private func examine(_ engine: any DatabaseEngine, _ request: ServerRequest, _ names: String) async -> [Diagnosis] {
    if case .url(let url) = request.choice { return [await server(engine, request, url, names)] }
    return await engine.equipment(for: request).map { equipment in
      let state: Diagnosis.State =
        switch equipment.state {
        case .found(let place): .found(place)
        case .missing(let report): .missing(report, status: ExitStatus.unknown.rawValue)
        }
      return Diagnosis(section: .engines, what: "\(engine.title) \(equipment.what) (for \(names))", state: state)
    }
  }

  /// Connects and asks for the version, in a transaction that can't write.
  private func server(
    _ engine: any DatabaseEngine, _ request: ServerRequest, _ url: String, _ names: String
  ) async -> Diagnosis {
    let what = "\(engine.title) given server (for \(names))"
    do {
      let version = try await engine.rows(of: "SELECT version()", at: url).first?.first.flatMap(\.self) ?? "it answers"
      return Diagnosis(section: .engines, what: what, state: .found(version))
    } catch {
      return .failure(.engines, what, error)
    }
  }
}

extension DatabaseEngine {
  fileprivate var title: String { kinds.count > 1 ? "MySQL, MariaDB" : kinds.first?.title ?? "" }
}

extension TargetDefinition {
  /// What a check asks for.
  fileprivate var request: ServerRequest {
    ServerRequest(
      engine: engine, isAssumed: engineIsDetected, choice: server, version: serverVersion, privileges: privileges)
  }
}
