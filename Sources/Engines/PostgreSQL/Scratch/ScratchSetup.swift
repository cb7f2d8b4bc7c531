import EngineInterface
import SQLSyntax
import SchemagateModel

/// Runs the `setup:` files as administrator.
struct ScratchSetup {
  private static let limit = Duration.seconds(600)

  let cluster: Cluster
  let connection: PostgreSQLConnection

  func run(_ files: [SourceText]) async throws {
    for file in files {
      for statement in SQLSplitter(dialect: .postgresql).statements(of: file) {
        try await run(statement)
      }
    }
  }

  private func run(_ statement: SourceText) async throws {
    guard case .rejected(let rejection, _) = try await connection.send(statement, limit: Self.limit) else { return }
    if rejection.code == "42710", cluster.isOurs, Self.createsRole(statement.text) { return }
    throw SetupRefused(rejection: rejection)
  }

  /// Another scratch database of this server, lent at the same time, has run the same file.
  private static func createsRole(_ text: String) -> Bool {
    let words = text.prefix(40).lowercased().split(whereSeparator: \.isWhitespace).prefix(2)
    return words == ["create", "role"] || words == ["create", "user"] || words == ["create", "group"]
  }
}

/// A `setup:` file that the server refused.
struct SetupRefused: Error, Hashable {
  let rejection: Rejection
}

extension SetupRefused: ReportedError {
  var report: ErrorReport {
    let place = rejection.location.map { "\($0.path)\($0.line.map { ":\($0)" } ?? "")" }
    return ErrorReport(
      what: "PostgreSQL refused the setup file: \(rejection.message) (\(rejection.code))", at: place,
      try: rejection.hint ?? advice)
  }

  private var advice: String? {
    guard case .environment(let piece) = rejection.cause else { return nil }
    return piece.advice ?? piece.setup
  }
}
