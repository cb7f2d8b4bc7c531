/// What the branch changes in a target's history.
package struct MigrationsReport: Hashable, Sendable, Codable {
  /// Number of migrations at base and at head.
  package var base: Int
  package var head: Int
  package var added: [MigrationReport]
  package var edited: [MigrationReport]
  package var removed: [MigrationReport]
  package var renamed: [MigrationReport]
  package var skipped: [MigrationReport]

  package init(
    base: Int = 0, head: Int = 0, added: [MigrationReport] = [], edited: [MigrationReport] = [],
    removed: [MigrationReport] = [], renamed: [MigrationReport] = [], skipped: [MigrationReport] = []
  ) {
    self.base = base
    self.head = head
    self.added = added
    self.edited = edited
    self.removed = removed
    self.renamed = renamed
    self.skipped = skipped
  }
}

/// One migration that the branch touches.
package struct MigrationReport: Hashable, Sendable, Codable {
  package var id: MigrationID
  package var name: String
  package var path: String
  /// A rename's former path.
  package var from: String?
  package var step: StepReport?

  package init(id: MigrationID, name: String, path: String, from: String? = nil, step: StepReport? = nil) {
    self.id = id
    self.name = name
    self.path = path
    self.from = from
    self.step = step
  }
}

/// What was observed while a migration ran.
package struct StepReport: Hashable, Sendable, Codable {
  package var transaction: TransactionScope
  package var statements: Int
  package var milliseconds: Int
  package var changes: [ChangeReport]
  /// The strongest lock that the step took, the tables that it wrote anew or read through, and the rows that it touched:
  /// `nil` as long as nothing observes them, which the report lists under "not checked".
  package var strongestLock: String?
  package var rewrites: [String]?
  package var scans: [String]?
  package var rows: Int?
  package var rollback: Rollback
  /// In the order in which they were carried out; `nil` where the step is a program's, or wasn't watched.
  package var trace: [StatementReport]?

  package enum Rollback: String, Hashable, Sendable, Codable {
    case restored
    /// Restored but for the order of columns.
    case reordered
    /// Restored but for names that the server made up.
    case renamed
    case differs
    /// What the server can't take back stays: an enum's label.
    case irreversible
    case rejected
    /// The down holds no statement, and something stays.
    case empty
    /// The down went well, and up again failed.
    case reapplyRejected = "second up rejected"
    /// The down went well, and up again ended at another schema.
    case reapplyDiffers = "second up differs"
    /// There is no down.
    case none
    case notRun = "not run"
  }

  package init(
    transaction: TransactionScope, statements: Int, milliseconds: Int, changes: [ChangeReport], rollback: Rollback,
    trace: [StatementReport]? = nil
  ) {
    self.transaction = transaction
    self.statements = statements
    self.milliseconds = milliseconds
    self.changes = changes
    self.rollback = rollback
    self.trace = trace
  }
}

/// A schema change as reports show it: names as dotted text, quoted where SQL would need it.
package struct ChangeReport: Hashable, Sendable, Codable {
  package var verb: SchemaChange.Verb
  package var kind: ObjectKind
  package var name: String
  /// The table of an object that lives in one.
  package var on: String?
  /// A rename's new name.
  package var to: String?
  /// For a drop and an addition that may be one rename: the other one's name.
  package var possibleRename: String?
  /// For a drop and an addition of one definition that are no rename: the other one's name.
  package var notRename: String?
  /// The pending migrations whose steps made it.
  package var migrations: [MigrationID]
  package var consequence: Consequence
  package var declared: Bool
  package var attributes: [AttributeReport]

  package struct AttributeReport: Hashable, Sendable, Codable {
    package var name: Attribute
    package var base: String?
    package var head: String?

    package init(name: Attribute, base: String?, head: String?) {
      self.name = name
      self.base = base
      self.head = head
    }
  }

  package init(
    verb: SchemaChange.Verb, kind: ObjectKind, name: String, on: String? = nil, to: String? = nil,
    possibleRename: String? = nil, notRename: String? = nil,
    migrations: [MigrationID], consequence: Consequence, declared: Bool, attributes: [AttributeReport]
  ) {
    self.verb = verb
    self.kind = kind
    self.name = name
    self.on = on
    self.to = to
    self.possibleRename = possibleRename
    self.notRename = notRename
    self.migrations = migrations
    self.consequence = consequence
    self.declared = declared
    self.attributes = attributes
  }
}
