import EngineInterface
import SchemagateModel

/// Targets that share one server, with their places in the request.
struct ServerGroup: Sendable {
  let request: ServerRequest
  var targets: [(index: Int, target: CheckableTarget)]

  /// One group per server that is wanted, in the order of the targets.
  static func groups(of sources: [TargetSource], in check: CheckRequest) -> [ServerGroup] {
    var groups: [ServerGroup] = []
    for (index, source) in sources.enumerated() {
      guard case .check(let target) = source else { continue }
      let request = target.histories.target.serverRequest(in: check)
      if let known = groups.firstIndex(where: { $0.request == request }) {
        groups[known].targets.append((index, target))
      } else {
        groups.append(ServerGroup(request: request, targets: [(index, target)]))
      }
    }
    return groups
  }
}

extension TargetDefinition {
  fileprivate func serverRequest(in check: CheckRequest) -> ServerRequest {
    ServerRequest(
      engine: engine, isAssumed: engineIsDetected, choice: server, version: serverVersion, privileges: privileges,
      sharedServer: check.sharedServer, keep: check.keep)
  }
}
