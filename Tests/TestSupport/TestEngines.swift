import Foundation
package import SchemagateModel

/// Which servers this test run must reach: `SCHEMAGATE_TEST_ENGINES=postgresql,sqlite`. An engine that is named and
/// can't be reached fails; one that isn't named is skipped with that reason. SQLite is in process and always on.
package enum TestEngines {
  package static let named: Set<EngineKind> = {
    let list = ProcessInfo.processInfo.environment["SCHEMAGATE_TEST_ENGINES"] ?? ""
    return Set(list.split(separator: ",").compactMap { EngineKind(rawValue: String($0)) }).union([.sqlite])
  }()

  package static func includes(_ engine: EngineKind) -> Bool { named.contains(engine) }
}
