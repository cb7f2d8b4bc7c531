import EngineInterface

/// One run of ours on a given server: part of the names that it makes, and a lock that its session holds for as long as
/// it lives. The server itself gives the lock back, so that any other host can see which names are left over.
struct RunMark: Hashable, Sendable {
  /// The first half of the advisory lock's key, which is the same for every run.
  private static let lockClass: Int32 = 0x5C4E_6A7E

  private let run: RunName

  /// `schemagate_0011aabb_`
  var namePrefix: String { run.prefix }

  private init(run: RunName) { self.run = run }

  /// The run that a database or role of this name was made by; `nil` where the name isn't ours.
  init?(database name: String) {
    guard let run = RunName(madeBy: name) else { return nil }
    self.run = run
  }

  /// A new run, marked by a lock on `connection`.
  static func take(over connection: PostgreSQLConnection) async throws -> RunMark {
    let run = RunName.random()
    try await connection.rows(
      "SELECT pg_advisory_lock($1::integer, $2::integer)", [String(lockClass), String(Int32(bitPattern: run.number))])
    return RunMark(run: run)
  }

  /// The runs whose sessions live, in whichever database they stand.
  static func living(over connection: PostgreSQLConnection) async throws -> Set<RunMark> {
    let rows = try await connection.rows(
      "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = $1::bigint",
      [String(UInt32(bitPattern: lockClass))])
    return Set(rows.compactMap { $0[0].flatMap { UInt32($0) }.map { RunMark(run: RunName(number: $0)) } })
  }
}
