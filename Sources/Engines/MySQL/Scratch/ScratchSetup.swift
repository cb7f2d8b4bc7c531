import EngineInterface
import SQLSyntax
import SchemagateModel

/// Runs the `setup:` files as administrator.
struct ScratchSetup {
  private static let limit = Duration.seconds(600)

  let access: ServerAccess
  let connection: MySQLConnection

  func run(_ files: [SourceText]) async throws {
    for file in files {
      for statement in SQLSplitter(dialect: access.version.name).statements(of: file) { try await run(statement) }
    }
  }

  private func run(_ statement: SourceText) async throws {
    let (result, isOverLimit) = try await connection.send(statement.text, limit: Self.limit)
    guard let refusal = result.refusal else { return }
    if access.isOurs, Self.alreadyMade.contains(refusal.number), createsAccount(statement) { return }
    let reader = RefusalReader(text: statement, version: access.version, account: nil, wasInTransaction: false)
    throw SetupRefused(
      rejection: reader.rejection(refusal, after: result.results, overLimit: isOverLimit ? Self.limit : nil))
  }

  /// "Operation CREATE USER failed"
  private static let alreadyMade: Set<Int> = [1396]

  /// Another scratch database of this server, lent at the same time, has run the same file.
  private func createsAccount(_ statement: SourceText) -> Bool {
    let words = SQLSplitter(dialect: access.version.name).leadingWords(of: statement, limit: 2)
    return words == ["CREATE", "USER"] || words == ["CREATE", "ROLE"]
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
      what: "the server refused the setup file: \(rejection.message) (\(rejection.code))", at: place, try: advice)
  }

  private var advice: String? {
    guard case .environment(let piece) = rejection.cause else { return nil }
    return piece.advice ?? piece.setup
  }
}
