/// One run of ours on a given server: part of the names that it makes, and a lock that its session holds for as long as
/// it lives. The server itself gives the lock back, so that any other host can see which names are left over.
struct RunMark: Hashable, Sendable {
  private static let prefix = "schemagate_"

  let number: UInt32

  /// `schemagate_0011aabb_`
  var namePrefix: String { "\(lock)_" }

  /// What names of databases begin with that may outlive the run: no later run takes them for leftovers.
  var keptNamePrefix: String { "\(Self.prefix)kept_\(lock.dropFirst(Self.prefix.count))_" }

  /// `schemagate_0011aabb`
  private var lock: String {
    let digits = String(number, radix: 16)
    return Self.prefix + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private init(number: UInt32) { self.number = number }

  /// The run that a database or user of this name was made by; `nil` where the name isn't ours.
  init?(name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] + "_" == Self.prefix, parts[1].utf8.count == 8,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      let number = UInt32(parts[1], radix: 16), parts[2] == "app" || Int(parts[2]) != nil
    else { return nil }
    self.number = number
  }

  /// Whether a database bears a name that we give to scratch databases, on a given server or on one of our own.
  static func isScratch(_ name: String) -> Bool {
    RunMark(name: name) != nil || name.hasPrefix("\(prefix)kept_")
      || (name.hasPrefix(prefix) && Int(name.dropFirst(prefix.count)) != nil)
  }

  /// A new run, marked by a lock on `connection`.
  static func take(over connection: MySQLConnection) async throws -> RunMark {
    let run = RunMark(number: UInt32.random(in: .min ... .max))
    guard try await connection.rows("SELECT GET_LOCK('\(run.lock)', 10)") == [["1"]] else {
      throw GivenServerError.noLock(server: connection.parameters.description)
    }
    return run
  }

  /// Whether a session still holds the lock.
  func lives(over connection: MySQLConnection) async throws -> Bool {
    try await connection.rows("SELECT IS_USED_LOCK('\(lock)')") != [[nil]]
  }
}
