import EngineInterface

/// One run of ours on a given server: part of the names that it makes, and a lock that its session holds for as long as
/// it lives. The server itself gives the lock back, so that any other host can see which names are left over.
struct RunMark: Hashable, Sendable {
  private let run: RunName

  /// `schemagate_0011aabb_`
  var namePrefix: String { run.prefix }

  /// What names of databases begin with that may outlive the run: no later run takes them for leftovers.
  var keptNamePrefix: String { "\(RunName.common)kept_\(run.text.dropFirst(RunName.common.count))_" }

  private init(run: RunName) { self.run = run }

  /// The run that a database or user of this name was made by; `nil` where the name isn't ours.
  init?(name: String) {
    guard let run = RunName(madeBy: name) else { return nil }
    self.run = run
  }

  /// Whether a database bears a name that we give to scratch databases, on a given server or on one of our own.
  static func isScratch(_ name: String) -> Bool {
    RunName(madeBy: name) != nil || name.hasPrefix("\(RunName.common)kept_")
      || (name.hasPrefix(RunName.common) && Int(name.dropFirst(RunName.common.count)) != nil)
  }

  /// A new run, marked by a lock on `connection`.
  static func take(over connection: MySQLConnection) async throws -> RunMark {
    let run = RunName.random()
    guard try await connection.rows("SELECT GET_LOCK('\(run.text)', 10)") == [["1"]] else {
      throw GivenServerError.noLock(server: connection.parameters.description)
    }
    return RunMark(run: run)
  }

  /// Whether a session still holds the lock.
  func lives(over connection: MySQLConnection) async throws -> Bool {
    try await connection.rows("SELECT IS_USED_LOCK('\(run.text)')") != [[nil]]
  }
}
