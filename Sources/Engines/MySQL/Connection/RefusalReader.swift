import SQLSyntax
import SchemagateModel

/// Turns the server's refusal of a text into a rejection with its cause, its place in the file, and what it left behind.
struct RefusalReader {
  let text: SourceText
  let version: EngineVersion
  /// The account that runs migrations on a server of our own, as SQL writes it.
  let account: String?
  let wasInTransaction: Bool
  /// What was run on the connection before anything else.
  var session: [String] = []

  func rejection(_ message: ServerMessage, after results: [Bool], overLimit limit: Duration? = nil) -> Rejection {
    let place = RefusedPlace(
      of: message, in: text, after: results, splitter: SQLSplitter(dialect: version.name, session: session))
    let limitCause = limit.map { Rejection.Cause.timeLimit(seconds: Self.seconds($0)) }
    let refusal = RefusalCause(
      message: message, statement: place.statement?.text, version: version, account: account)
    return Rejection(
      cause: limitCause ?? refusal.cause, message: message.text, hint: RefusalHint(message: message).text,
      code: message.code, location: place.location,
      statement: place.statement?.text,
      stayed: StayedStatements(dialect: version.name).among(place.done, isInTransaction: wasInTransaction))
  }

  /// Rounded up: no limit is none.
  private static func seconds(_ limit: Duration) -> Int {
    Int(limit.components.seconds) + (limit.components.attoseconds > 0 ? 1 : 0)
  }
}
