/// Which migration tool a target follows, and what the configuration overrides of its behaviour.
package struct ToolSettings: Hashable, Sendable {
  /// The tool's name in the catalogue, for example `golang-migrate`.
  package var name: String
  package var transaction: TransactionScope?
  package var outOfOrder: OutOfOrder?
  /// The bookkeeping table, if it isn't the tool's default.
  package var table: String?
  /// Whether files are sent statement by statement.
  package var split: Bool?
  /// `files`: the pattern of an up file's name, for example `V{version}.{name}.up.sql`. `command`: what runs one migration.
  package var up: String?
  /// `files`: the pattern of a down file's name. `command`: what takes one migration back.
  package var down: String?
  /// `files` only: how versions are ordered.
  package var order: VersionOrder?
  /// How a tool that is a program is run.
  package var program: ProgramSettings

  package init(
    name: String, transaction: TransactionScope? = nil, outOfOrder: OutOfOrder? = nil, table: String? = nil,
    split: Bool? = nil, up: String? = nil, down: String? = nil, order: VersionOrder? = nil,
    program: ProgramSettings = ProgramSettings()
  ) {
    self.name = name
    self.transaction = transaction
    self.outOfOrder = outOfOrder
    self.table = table
    self.split = split
    self.up = up
    self.down = down
    self.order = order
    self.program = program
  }
}

/// How much of a run stands in one transaction.
package enum TransactionScope: String, Hashable, Sendable, CaseIterable, Codable {
  /// One transaction around all pending migrations.
  case run
  case file
  case section
  case statement
  /// The tool opens no transaction; the server's own rules hold.
  case none
}

/// What a tool does with a pending migration that is lower than one already applied.
package enum OutOfOrder: String, Hashable, Sendable, CaseIterable {
  case run
  case skip
  case refuse
}

/// How the versions of plain numbered files are ordered.
package enum VersionOrder: String, Hashable, Sendable, CaseIterable {
  case numeric
  case text
}
