import EngineInterface
import SchemagateModel
import ServerProcess

/// A server of our own: on a Unix socket in a private folder, without durability, gone with us.
struct EmbeddedServer: Sendable {
  /// Named as administrators are named nearly everywhere, since migrations do name them.
  static let administrator = "root"
  /// Runs the migrations, with rights on scratch databases alone.
  static let applicationUser = "schemagate_app"
  static let traits = ServerTraits(
    name: "MySQL or MariaDB", folderPrefix: "schemagate-my-", socketFile: "mysqld.sock",
    users: ["mysql", "nobody"], stopSignal: .kill)
  private static let startLimit = Duration.seconds(60)

  let folder: RunFolder
  let programs: ServerPrograms
  private let library: ClientLibrary
  private let watchdog: Watchdog

  /// Starts a server and returns it as soon as it answers.
  static func start(
    _ programs: ServerPrograms, library: ClientLibrary, environment: [String: String]
  ) async throws -> EmbeddedServer {
    StaleFolders(of: traits, environment: environment).sweep()
    let user = try ServerUser.current(for: traits)
    let data = DataFolder(programs: programs, user: user, environment: environment)
    do {
      return try await start(data, library, environment)
    } catch EmbeddedServerError.didNotStart(_, _, isFromPrepared: true) {
      data.forgetPrepared()
      return try await start(data, library, environment)
    }
  }

  private static func start(
    _ data: DataFolder, _ library: ClientLibrary, _ environment: [String: String]
  ) async throws -> EmbeddedServer {
    let folder = try RunFolder(for: traits, user: data.user, environment: environment)
    do {
      let wasCopied = try await data.make(in: folder)
      let command = ServerCommand(programs: data.programs, folder: folder).arguments
      let watchdog = try await Watchdog(folder: folder, user: data.user, command: command)
      let server = EmbeddedServer(folder: folder, programs: data.programs, library: library, watchdog: watchdog)
      try await server.awaitReadiness(isFromPrepared: wasCopied)
      return server
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Ends the server at once; nothing in it is worth writing down.
  func stop() async { await watchdog.stop() }

  /// Leaves it running after our end; whoever stops the process ends the folder too.
  func keep() { watchdog.keep() }

  /// How to connect as `user`.
  func parameters(user: String, database: String? = nil) -> ConnectionParameters {
    ConnectionParameters(library: library, socket: socket, user: user, database: database)
  }

  var socket: String { "\(folder.socket)/\(Self.traits.socketFile)" }

  /// `error`, or the better one where the server itself is gone.
  func explain(_ error: any Error) async -> any Error {
    guard let failure = error as? ConnectionError else { return error }
    for _ in 0..<200 where !folder.serverEnded { try? await Task.sleep(for: .milliseconds(5)) }
    return folder.serverEnded
      ? EmbeddedServerError.died(name: programs.title, log: folder.lastWords())
      : EmbeddedServerError.lost(name: programs.title, message: folder.nameless(failure.report.what))
  }

  private func awaitReadiness(isFromPrepared: Bool) async throws {
    let deadline = ContinuousClock.now.advanced(by: Self.startLimit)
    do {
      while !folder.serverEnded, ContinuousClock.now < deadline {
        if try await answers() { return }
        try await Task.sleep(for: .milliseconds(3))
      }
    } catch {
      await watchdog.stop()
      throw error
    }
    let log = folder.lastWords()
    await watchdog.stop()
    throw EmbeddedServerError.didNotStart(name: programs.title, log: log, isFromPrepared: isFromPrepared)
  }

  private func answers() async throws -> Bool {
    guard folder.hasSocket else { return false }
    do {
      try await MySQLConnection(parameters(user: Self.administrator)).close()
      return true
    } catch ConnectionError.refused(_, _, isTransient: true) {
      return false
    }
  }
}
