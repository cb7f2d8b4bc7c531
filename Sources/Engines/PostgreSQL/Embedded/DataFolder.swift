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
    let place = String(programs.folder.map { $0 == "/" ? "_" : $0 })
    return "postgresql-\(programs.version)\(place)-\(Self.format)"
  }

  /// `C.UTF-8` sorts by code point, as production under ICU or glibc may not; what it accepts is the same.
  private func initialise(_ folder: RunFolder) async throws {
    var refusals: [String] = []
    for locale in ["C.UTF-8", "C"] {
      let command = user.command([programs.path("initdb")] + arguments(folder.data, locale))
      let result = try await run(
        .name("env"), arguments: Arguments(command), environment: Watchdog.environment, workingDirectory: "/",
        platformOptions: ServerUser.platformOptions, output: .discarded, error: .string(limit: 1 << 16))
      if result.terminationStatus.isSuccess { return }
      refusals.append(result.standardError.split(separator: "\n").joined(separator: " | "))
    }
    throw EmbeddedServerError.preparationFailed(program: "initdb", output: refusals.first ?? "")
  }

  private func arguments(_ data: String, _ locale: String) -> [String] {
    [
      "-D", data, "-U", EmbeddedServer.administrator, "-A", "trust", "-E", "UTF8", "--locale=\(locale)",
      "--lc-messages=C", "--wal-segsize=1", "--no-sync",
    ]
  }
}
