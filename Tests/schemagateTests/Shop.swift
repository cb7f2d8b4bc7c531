import EngineInterface
import Foundation
import SchemagateModel
import TestSupport

@testable import PostgreSQLEngine

/// A small repository with migrations, and what a branch called `work` may do to it.
struct Shop {
  let repository: TemporaryRepository
  var path: String { repository.path }

  static let adds = ("CREATE TABLE orders (id INTEGER PRIMARY KEY);", "DROP TABLE orders;")
  static let drops = ("ALTER TABLE users DROP COLUMN phone;", "ALTER TABLE users ADD COLUMN phone TEXT;")
  static let breaks = ("CREATE TABLE orders (id INTEGER REFERENCES);", "DROP TABLE orders;")
  /// Is warned about, and no more.
  static let leaves = ("CREATE TABLE orders (id INTEGER PRIMARY KEY);", "-- nothing")

  /// `main` makes a table; `work`, which is checked out, does what `change` says.
  init(_ change: (up: String, down: String)? = nil, folder: String = "migrations/sqlite") throws {
    repository = try TemporaryRepository()
    try repository.write("\(folder)/0001_users.up.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, phone TEXT);\n")
    try repository.write("\(folder)/0001_users.down.sql", "DROP TABLE users;\n")
    try repository.commit("users")
    try repository.git(["checkout", "--quiet", "-b", "work"])
    guard let change else { return }
    try repository.write("\(folder)/0002_change.up.sql", change.up + "\n")
    try repository.write("\(folder)/0002_change.down.sql", change.down + "\n")
    try repository.commit("change")
  }

  /// Runs the program on the repository.
  @discardableResult
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Binary.Result {
    try Binary.run(arguments, in: path, environment: environment)
  }
}

/// A running server that plays the part of the one given with `--server`.
enum GivenDatabaseServer {
  static let password = "s3cret"

  static func lend<Result: Sendable>(
    _ body: @Sendable (_ url: (String) -> String, _ administrator: PostgreSQLConnection) async throws -> Result
  ) async throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    let programs = try await ServerProgramSearch(environment: environment).programs(major: nil)
    let server = try await EmbeddedServer.start(programs, environment: environment)
    do {
      let connection = try await PostgreSQLConnection(server.parameters(user: EmbeddedServer.administrator))
      let socket = server.folder.socket.replacingOccurrences(of: "/", with: "%2F")
      let result = try await body({ "postgresql://postgres:\(password)@/\($0)?host=\(socket)" }, connection)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }
}
