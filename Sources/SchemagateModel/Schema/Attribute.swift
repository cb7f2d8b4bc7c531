/// A property of a schema object: a closed vocabulary; raw values are the words that declarations and reports use.
package enum Attribute: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  // Any object
  case owner
  case comment
  /// Set of `grantee=PRIVILEGE` entries, `PUBLIC` for everyone, ` WITH GRANT OPTION` at the end where it holds.
  case grants
  /// The server's own deparsed text of a constraint, index, view, routine body, trigger, rule or virtual table.
  case definition
  /// Storage parameters and similar: a set of `name=value`.
  case options

  // Columns, domains
  case type
  case nullable
  case `default`
  case generated
  case identity
  case collation
  case storage
  case compression
  /// A column's place among its table's columns, from 1, dropped columns not counted.
  case position
  /// PostgreSQL: how many values the planner samples of a column, where it isn't the server's default.
  case statistics
  /// PostgreSQL: the sequence behind an identity column, where its name isn't the usual one.
  case sequence

  // Tables
  case persistence
  case rowSecurity = "row security"
  case forcedRowSecurity = "forced row security"
  case partitionKey = "partition key"
  case partitionBound = "partition bound"
  case partitionOf = "partition of"
  case inherits
  case accessMethod = "access method"
  case tablespace
  case replicaIdentity = "replica identity"
  case ofType = "of type"
  case strict
  case withoutRowID = "without rowid"
  case autoincrement

  // Constraints and indexes
  case columns
  case references
  case validated
  case deferrable
  case initiallyDeferred = "initially deferred"
  case noInherit = "no inherit"
  case valid
  case unique
  case clustered

  // Sequences
  case start
  case increment
  case minimum
  case maximum
  case cache
  case cycle
  case ownedBy = "owned by"

  // Types
  case labels
  case checks
  case subtype

  // Routines
  case returns
  case language
  case volatility
  case parallel
  case securityDefiner = "security definer"
  case leakproof
  case nullInput = "null input"
  case cost
  case rows
  case settings
  case arguments

  // Triggers, rules, policies
  case enabled
  case command
  case permissive
  case roles
  case using
  case withCheck = "with check"

  // Views, extensions
  case populated
  case version
  case checkOption = "check option"
  case schema
  /// Comments on a view's columns, a composite type's attributes, the index or sequence behind a constraint or column: a
  /// set of `column: text`.
  case columnComments = "column comments"
  /// Grants on what shows only as a part of this, such as a view's columns: a set of `column: grantee=PRIVILEGE`.
  case columnGrants = "column grants"
  /// What was granted or revoked, since they were made, on an extension's own objects or on the system's, which are no
  /// objects of the schemas: a set of `object: grantee=PRIVILEGE`, with ` revoked` at the end of what was taken away.
  case memberGrants = "grants on members"
  /// Labels of security providers: a set of `provider: label`.
  case securityLabels = "security labels"

  // Building blocks and services
  /// What an operator class or family, or a publication, is made of: a set.
  case members
  /// Which dictionaries a text search configuration asks for which kind of word: a set of `token: dictionaries`.
  case mappings
  /// The function behind a cast, a language, a conversion, an access method.
  case function
  /// Where a cast applies by itself: `explicit`, `assignment`, `implicit`.
  case context
  /// What an event trigger waits for.
  case event
  /// The commands that an event trigger is limited to: a set.
  case tags
  /// The server that a foreign table or a user mapping uses.
  case server
  /// The foreign data wrapper of a server.
  case wrapper = "foreign data wrapper"
  /// The roles that a role is a member of: a set.
  case memberOf = "member of"

  // MySQL and MariaDB
  case engine
  case rowFormat = "row format"
  case characterSet = "character set"
  case onUpdate = "on update"
  /// A column that `SELECT *` leaves out, or an index that the planner ignores.
  case invisible
  /// The next number that the server would give, of a table or a sequence.
  case nextValue = "next value"
  case definer
  case sqlMode = "sql mode"
  case schedule
  /// A table's partitions in order, each with its bounds.
  case partitions
  case systemVersioning = "system versioning"
  case enforced
  case algorithm
  case deterministic
  case dataAccess = "data access"
  case spatialReference = "spatial reference"

  // SQLite
  case userVersion = "user version"
  case applicationID = "application id"

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
