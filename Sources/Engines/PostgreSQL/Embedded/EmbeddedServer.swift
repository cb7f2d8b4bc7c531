import SchemagateModel
import ServerProcess

/// A PostgreSQL server of our own: on a Unix socket in a private folder, without durability, gone with us.
struct EmbeddedServer: Sendable {
  /// Named as administrators are named nearly everywhere, since migrations do name them.
  static let administrator = "postgres"
  /// Owns the scratch databases and runs the migrations.
  static let applicationRole = "schemagate_app"
  static let traits = ServerTraits(
    name: "PostgreSQL", folderPrefix: "schemagate-pg-", socketFile: ".s.PGSQL.5432", users: ["postgres", "nobody"],
    stopSignal: .quit)
  private static let startLimit = Duration.seconds(30)

  let folder: RunFolder
  let programs: ServerPrograms
  private let watchdog: Watchdog

  /// Starts a server and returns it as soon as it answers.
  static func start(_ programs: ServerPrograms, environment: [String: String]) async throws -> EmbeddedServer {
    StaleFolders(of: traits, environment: environment).sweep()
    let user = try ServerUser.current(for: traits)
    let data = DataFolder(programs: programs, user: user, environment: environment)
    let folder = try RunFolder(for: traits, user: user, environment: environment)
    do {
      let wasCopied = try await data.make(in: folder)
      do { return try await start(programs, in: folder, user) } catch let error as EmbeddedServerError {
        guard wasCopied, case .didNotStart = error else { throw error }
      }
    } catch {
      folder.remove()
      throw error
    }
    data.forgetPrepared()
    return try await startAfresh(data, environment)
  }

  /// The second try, after a prepared data folder that did not start.
  private static func startAfresh(_ data: DataFolder, _ environment: [String: String]) async throws -> EmbeddedServer {
    let folder = try RunFolder(for: traits, user: data.user, environment: environment)
    do {
      _ = try await data.make(in: folder)
      return try await start(data.programs, in: folder, data.user)
    } catch {
      folder.remove()
      throw error
    }
  }

  private static func start(
    _ programs: ServerPrograms, in folder: RunFolder, _ user: ServerUser
  ) async throws -> EmbeddedServer {
    let command = [programs.path("postgres")] + settings(folder)
    let watchdog = try await Watchdog(folder: folder, user: user, command: command)
    let server = EmbeddedServer(folder: folder, programs: programs, watchdog: watchdog)
    do {
      try await server.awaitReadiness()
      return server
    } catch {
      await watchdog.stop()
      throw error
    }
  }

  /// Ends the server at once; nothing in it is worth a checkpoint.
  func stop() async { await watchdog.stop() }

  /// Leaves it running after our end; whoever stops the process ends the folder too.
  func keep() { watchdog.keep() }

  /// How to connect as `user`.
  func parameters(user: String, database: String = "postgres") -> ConnectionParameters {
    // `options` are named so that the environment's own don't apply.
    ConnectionParameters([
      "host": folder.socket, "port": "5432", "user": user, "dbname": database, "sslmode": "disable",
      "options": "-c client_min_messages=notice",
    ])
  }

  /// `error`, or the better one where the server itself is gone.
  func explain(_ error: any Error) async -> any Error {
    guard let failure = error as? ConnectionError else { return error }
    for _ in 0..<20 where !folder.serverEnded { try? await Task.sleep(for: .milliseconds(5)) }
    return folder.serverEnded
      ? EmbeddedServerError.died(log: folder.lastWords())
      : EmbeddedServerError.lost(folder.nameless(failure.report.what))
  }

  private func awaitReadiness() async throws {
    let deadline = ContinuousClock.now.advanced(by: Self.startLimit)
    while !folder.serverEnded, ContinuousClock.now < deadline {
      if try await answers() { return }
      try await Task.sleep(for: .milliseconds(3))
    }
    throw EmbeddedServerError.didNotStart(log: folder.lastWords())
  }

  private func answers() async throws -> Bool {
    guard folder.hasSocket else { return false }
    do {
      try await PostgreSQLConnection(parameters(user: Self.administrator)).close()
      return true
    } catch ConnectionError.refused(_, _, isTransient: true) {
      return false
    }
  }

  private static func settings(_ folder: RunFolder) -> [String] {
    let settings = [
      "listen_addresses=", "unix_socket_directories=\(folder.socket)", "port=5432", "fsync=off",
      "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB", "max_connections=50",
      "max_locks_per_transaction=512", "autovacuum=off", "jit=off", "max_parallel_workers_per_gather=0",
      "max_parallel_maintenance_workers=0", "dynamic_shared_memory_type=mmap", "max_wal_size=256MB",
      "timezone=UTC", "log_timezone=UTC", "log_min_messages=log", "log_min_error_statement=panic",
      "log_checkpoints=off", "log_line_prefix=", "cluster_name=schemagate",
    ]
    return ["-D", folder.data] + settings.flatMap { ["-c", $0] }
  }
}
