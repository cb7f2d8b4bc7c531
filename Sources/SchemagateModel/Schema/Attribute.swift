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
  /// Comments on a view's columns or a composite type's attributes: a set of `column: text`.
  case columnComments = "column comments"
  /// Grants on a view's columns: a set of `column: grantee=PRIVILEGE`.
  case columnGrants = "column grants"

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
