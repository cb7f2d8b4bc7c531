/// The database's refusal of a step: data about the author's migration, or about our scratch world.
package struct Rejection: Hashable, Sendable {
  package let cause: Cause
  /// The server's primary message, without severity.
  package let message: String
  package let detail: String?
  package let hint: String?
  /// SQLSTATE on PostgreSQL and MySQL, the extended result code's name on SQLite (`SQLITE_CONSTRAINT_NOTNULL`).
  package let code: String
  /// Where the refused statement, or the error inside it, stands; `nil` for SQL that stands in no file.
  package let location: SourceLocation?
  /// The refused statement's text, if it is known.
  package let statement: String?
  /// The server's call stack (`PL/pgSQL function …`), if it gave one.
  package let context: String?
  /// Statements of the same text that were carried out before and that nothing undoes, since the server commits each by
  /// itself: MySQL's and MariaDB's changes of the schema. Whole statements, in order.
  package let stayed: [String]

  package enum Cause: Hashable, Sendable {
    /// The author's: the same would happen in production.
    case migration
    /// Our scratch world lacks what production has.
    case environment(MissingPiece)
    /// The statement did not end within the time limit.
    case timeLimit(seconds: Int)
  }

  package init(
    cause: Cause, message: String, detail: String? = nil, hint: String? = nil, code: String,
    location: SourceLocation? = nil, statement: String? = nil, context: String? = nil, stayed: [String] = []
  ) {
    self.cause = cause
    self.message = message
    self.detail = detail
    self.hint = hint
    self.code = code
    self.location = location
    self.statement = statement
    self.context = context
    self.stayed = stayed
  }
}

/// What the scratch world lacks, with the line that mends it.
package struct MissingPiece: Hashable, Sendable {
  package let kind: Kind
  /// The missing thing's name as the server gave it, for example `postgis`.
  package let name: String
  /// SQL for the `setup:` file that provides it, for example `CREATE ROLE "reporting";`; `nil` where no SQL can.
  package let setup: String?
  /// What to do where no SQL can provide it, for example the package to install.
  package let advice: String?

  package enum Kind: String, Hashable, Sendable {
    case `extension`
    case role
    case schema
    case privilege
    case serverVersion = "server version"
    case function
    case collation
    case language
    case other
  }

  package init(kind: Kind, name: String, setup: String?, advice: String?) {
    self.kind = kind
    self.name = name
    self.setup = setup
    self.advice = advice
  }
}
