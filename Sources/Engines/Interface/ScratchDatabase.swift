package import SchemagateModel

/// An isolated database that exists only during a rehearsal, with one application session.
package protocol ScratchDatabase: Sendable {
  /// Sends `text` as it is, in one go, over the application's session, and reads every result.
  /// A refusal by the server is returned; an error is thrown only where nothing is known any more (a lost server).
  func send(_ text: SourceText, limit: Duration) async throws -> SendOutcome

  /// Whether the application's session stands in a transaction.
  func transactionState() async throws -> TransactionState

  /// Ends the application's session and begins a new one, with the request's `session` settings.
  func renewSession() async throws

  /// Reads the schema as it is committed now.
  func introspect() async throws -> Schema

  /// What the database holds and the schema that was read last doesn't tell of, where finding it is too slow to be done
  /// at each reading; an engine that finds it quickly says it in each schema.
  func notCompared() async throws -> [NotCompared]

  /// The rows of one query of our own, over the administrator's session where the engine has one.
  func rows(of query: String) async throws -> [[String?]]

  /// The schema as SQL that makes it again in an empty database: the same text for the same schema. Of the tables that
  /// are named, usually a tool's own, the rows as well, with every time replaced by one.
  func script(withRowsOf tables: [NamePattern]) async throws -> String

  /// The server's own spelling of type names; names that the server doesn't know are left out.
  func resolveTypes(_ names: Set<String>) async throws -> [String: String]

  /// Schemas that a name may leave out; empty for an engine without schemas.
  var defaultSchemas: Set<String> { get }

  /// Provides what was missing, as administrator, where SQL can; returns whether the step may be tried again.
  func provide(_ piece: MissingPiece) async throws -> Bool

  /// Tries each claim about access as the database stands now, and leaves nothing behind. One proof per claim, in order.
  /// The schema must have been read since its last change.
  func proveAccess(_ claims: [AccessClaim]) async throws -> [AccessProof]

  /// How a tool's own program reaches the database.
  func programAccess() async throws -> ProgramAccess

  /// Keeps the database when it is given back; returns the command that enters it.
  func keep() async throws -> String
}

/// What the server made of a text that was sent.
package enum SendOutcome: Hashable, Sendable {
  /// With the server's answer to each statement.
  case applied(StatementAnswers)
  /// With its answers to the statements before the refused one.
  case rejected(Rejection, after: StatementAnswers)
}

/// Where a session stands with its transaction.
package enum TransactionState: Hashable, Sendable {
  case idle
  case open
  /// Open, and the server refuses everything but its end.
  case failed
}
