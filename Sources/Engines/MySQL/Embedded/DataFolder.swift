import SchemagateModel
import ServerProcess
import Subprocess

/// Makes the data folder that a server starts from.
struct DataFolder {
  /// Raised whenever the arguments below change.
  private static let format = 1

  let programs: ServerPrograms
  let user: ServerUser
  let environment: [String: String]

  /// Copies a prepared folder, or makes a new one; returns whether it was copied.
  func make(in folder: RunFolder) async throws -> Bool {
    let prepared = PreparedFolders(environment: environment, key: key)
    if let prepared, prepared.restore(to: folder.data, for: user) { return true }
    try await initialise(folder)
    prepared?.store(folder.data)
    return false
  }

  /// Forgets the prepared folder, which did not start.
  func forgetPrepared() { PreparedFolders(environment: environment, key: key)?.forget() }

  private var key: String {
    let place = String(programs.server.map { $0 == "/" ? "_" : $0 })
    return "\(programs.kind.rawValue)-\(programs.version)\(place)-\(Self.format)"
  }

  private func initialise(_ folder: RunFolder) async throws {
    let result = try await run(
      .name("env"), arguments: Arguments(user.command(command(folder.data))), environment: Watchdog.environment,
      workingDirectory: "/", platformOptions: ServerUser.platformOptions, output: .string(limit: 1 << 20),
      error: .combinedWithOutput)
    if result.terminationStatus.isSuccess { return }
    let lines = result.standardOutput.split(separator: "\n").suffix(6)
    throw EmbeddedServerError.preparationFailed(name: programs.title, output: lines.joined(separator: " | "))
  }

  private func command(_ data: String) -> [String] {
    let common = ["--no-defaults", "--datadir=\(data)"]
    let quick = ["--innodb-flush-method=nosync", "--loose-innodb-log-file-size=4M"]
    if let installer = programs.installer {
      return [installer] + common + [
        "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve",
      ]
        + quick
    }
    return [programs.server] + common + ["--initialize-insecure", "--loose-innodb-redo-log-capacity=8M"] + quick
  }
}
