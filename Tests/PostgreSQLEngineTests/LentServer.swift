import EngineInterface
import Foundation
import SchemagateModel

@testable import PostgreSQLEngine

/// Real servers and scratch databases for the tests.
enum LentServer {
  static let engine = PostgreSQLEngine(environment: ProcessInfo.processInfo.environment)

  static func withServer<Result: Sendable>(
    _ choice: ServerChoice = .embedded, privileges: Privileges = .owner, version: String? = nil,
    sharedServer: Bool = false, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    try await engine.withServer(
      ServerRequest(
        engine: .postgresql, choice: choice, version: version, privileges: privileges, sharedServer: sharedServer), body
    )
  }

  static func withScratch<Result: Sendable>(
    _ request: ScratchRequest = ScratchRequest(), _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try await withServer { try await $0.withScratchDatabase(request, body) }
  }

  /// A running server that plays the part of the one given with `--server`; roles may log in without a password.
  static func withGivenServer<Result: Sendable>(
    _ body: @Sendable (_ url: String, _ administrator: PostgreSQLConnection) async throws -> Result
  ) async throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    let programs = try await ServerProgramSearch(environment: environment).programs(major: nil)
    let server = try await EmbeddedServer.start(programs, environment: environment)
    do {
      let connection = try await PostgreSQLConnection(server.parameters(user: EmbeddedServer.administrator))
      let socket = server.folder.socket.replacingOccurrences(of: "/", with: "%2F")
      let result = try await body("postgresql://postgres:secret@/postgres?host=\(socket)", connection)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }
}

extension SourceText {
  init(_ text: String) { self.init(path: "db/1.sql", text: text) }
}

extension ScratchDatabase {
  /// The refusal of `text`; `nil` where the server ran it.
  func refusal(of text: String, limit: Duration = .seconds(20)) async throws -> Rejection? {
    guard case .rejected(let rejection, _) = try await send(SourceText(text), limit: limit) else { return nil }
    return rejection
  }

  func applied(_ text: String) async throws -> Int? {
    guard case .applied(let answers) = try await send(SourceText(text), limit: .seconds(60)) else { return nil }
    return answers.count
  }
}
