/// What happened when one step ran.
package struct StepRecord: Hashable, Sendable {
  package let migration: MigrationID
  package let outcome: StepOutcome
  /// What the step changed in the schema; empty where it wasn't observed (base's steps).
  package let changes: [SchemaChange]
  package let statements: Int
  package let milliseconds: Int
  /// The transaction that the tool opened around the step.
  package let transaction: TransactionScope
  /// The script left a transaction open that it had begun itself.
  package let leftTransactionOpen: Bool
  /// What the server answered to each piece of the script, in order, up to and including the refused one; at most
  /// `StatementAnswers.most` pieces, and none of a program's step.
  package let answers: [StatementAnswers]

  package init(
    migration: MigrationID, outcome: StepOutcome, changes: [SchemaChange], statements: Int, milliseconds: Int,
    transaction: TransactionScope, leftTransactionOpen: Bool, answers: [StatementAnswers] = []
  ) {
    self.migration = migration
    self.outcome = outcome
    self.changes = changes
    self.statements = statements
    self.milliseconds = milliseconds
    self.transaction = transaction
    self.leftTransactionOpen = leftTransactionOpen
    self.answers = answers
  }
}

/// How a step ended.
package enum StepOutcome: Hashable, Sendable {
  case applied
  case rejected(Rejection)
  /// The step is written in a language that we don't run; the path went on without it.
  case notRunnable(language: String)
}
