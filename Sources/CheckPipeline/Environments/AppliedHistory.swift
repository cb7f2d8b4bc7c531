import MigrationTools
import SchemagateModel

/// The part of a history that a database has applied, with what it has applied besides.
struct AppliedHistory: Sendable {
  /// In the order of the history; a migration that nobody here knows stands where its key belongs.
  let history: MigrationHistory
  /// Applied there, and unknown to every history that was given.
  let unknown: [MigrationID]

  /// A migration that several histories hold is taken from the first of them.
  init(_ ids: [MigrationID], of histories: MigrationHistory...) {
    var known: [Migration] = []
    for migration in histories.flatMap(\.migrations) where ids.contains(migration.id) {
      if !known.contains(where: { $0.id == migration.id }) { known.append(migration) }
    }
    unknown = ids.filter { id in !known.contains { $0.id == id } }
    for id in unknown {
      let place = known.firstIndex { Self.precedes(id, $0.id) } ?? known.endIndex
      known.insert(Migration(id: id, name: "", path: id.rawValue, up: nil, down: nil), at: place)
    }
    history = MigrationHistory(migrations: known)
  }

  /// As numbers where both are, else as text.
  private static func precedes(_ left: MigrationID, _ right: MigrationID) -> Bool {
    let (l, r) = (left.rawValue, right.rawValue)
    let areNumbers = (l + r).utf8.allSatisfy { (0x30...0x39).contains($0) }
    let (short, long) = (l.drop { $0 == "0" }, r.drop { $0 == "0" })
    guard areNumbers, short.count != long.count else { return areNumbers ? short < long : l < r }
    return short.count < long.count
  }
}
