/// One run of ours on a given server: part of the names that it makes, and a lock that its session holds for as long as
/// it lives. The server itself gives the lock back, so that any other host can see which names are left over.
struct RunMark: Hashable, Sendable {
  private static let prefix = "schemagate_"
  /// The first half of the advisory lock's key, which is the same for every run.
  private static let lockClass: Int32 = 0x5C4E_6A7E

  let number: UInt32

  /// `schemagate_0011aabb_`
  var namePrefix: String {
    let digits = String(number, radix: 16)
    return Self.prefix + String(repeating: "0", count: 8 - digits.count) + digits + "_"
  }

  private init(number: UInt32) { self.number = number }

  /// The run that a database or role of this name was made by; `nil` where the name isn't ours.
  init?(database name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] + "_" == Self.prefix, parts[1].utf8.count == 8,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      let number = UInt32(parts[1], radix: 16), parts[2] == "app" || Int(parts[2]) != nil
    else { return nil }
    self.number = number
  }

  /// A new run, marked by a lock on `connection`.
  static func take(over connection: PostgreSQLConnection) async throws -> RunMark {
    let run = RunMark(number: UInt32.random(in: .min ... .max))
    try await connection.rows(
      "SELECT pg_advisory_lock($1::integer, $2::integer)", [String(lockClass), String(Int32(bitPattern: run.number))])
    return run
  }

  /// The runs whose sessions live, in whichever database they stand.
  static func living(over connection: PostgreSQLConnection) async throws -> Set<RunMark> {
    let rows = try await connection.rows(
      "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = $1::bigint",
      [String(UInt32(bitPattern: lockClass))])
    return Set(rows.compactMap { $0[0].flatMap { UInt32($0) }.map { RunMark(number: $0) } })
  }
}
