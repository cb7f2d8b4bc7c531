/// A table that the branch changes, or a neighbour of one by a foreign key: what a diagram and a comparison side by side
/// need, at base and at head.
package struct TableReport: Hashable, Sendable, Codable {
  /// Dotted, quoted where SQL would need it; at head, or at base where head lacks it.
  package var name: String
  /// The name at base of a table that was renamed.
  package var renamedFrom: String?
  package var change: Change
  /// In the order of the server, those that only base has where they stood.
  package var columns: [ColumnReport]
  /// Its own foreign keys, at base and at head.
  package var references: [ReferenceReport]

  package enum Change: String, Hashable, Sendable, Codable {
    case added
    case dropped
    case altered
    /// A neighbour, which the branch leaves as it is.
    case none = "unchanged"
  }

  package init(
    name: String, renamedFrom: String? = nil, change: Change, columns: [ColumnReport] = [],
    references: [ReferenceReport] = []
  ) {
    self.name = name
    self.renamedFrom = renamedFrom
    self.change = change
    self.columns = columns
    self.references = references
  }
}

/// A column on both sides.
package struct ColumnReport: Hashable, Sendable, Codable {
  package var name: String
  package var renamedFrom: String?
  /// `nil` where base, or head, lacks the column.
  package var base: Shape?
  package var head: Shape?

  package struct Shape: Hashable, Sendable, Codable {
    /// The server's spelling.
    package var type: String
    package var nullable: Bool
    /// The default's expression.
    package var `default`: String?
    package var isPrimaryKey: Bool
    package var isUnique: Bool
    package var isForeignKey: Bool

    package init(
      type: String, nullable: Bool, default expression: String? = nil, isPrimaryKey: Bool = false,
      isUnique: Bool = false, isForeignKey: Bool = false
    ) {
      self.type = type
      self.nullable = nullable
      self.default = expression
      self.isPrimaryKey = isPrimaryKey
      self.isUnique = isUnique
      self.isForeignKey = isForeignKey
    }
  }

  package init(name: String, renamedFrom: String? = nil, base: Shape?, head: Shape?) {
    self.name = name
    self.renamedFrom = renamedFrom
    self.base = base
    self.head = head
  }
}

/// A foreign key: the table that holds it refers to `table`.
package struct ReferenceReport: Hashable, Sendable, Codable {
  /// The constraint's name; `nil` where the engine gives none.
  package var name: String?
  package var columns: [String]
  /// The table referred to, spelled as `TableReport.name` is.
  package var table: String
  /// Whether the columns may be null: a row needs no partner.
  package var isOptional: Bool
  /// Whether the columns are unique: a partner has one row at most.
  package var isUnique: Bool
  package var change: TableReport.Change

  package init(
    name: String? = nil, columns: [String], table: String, isOptional: Bool, isUnique: Bool,
    change: TableReport.Change
  ) {
    self.name = name
    self.columns = columns
    self.table = table
    self.isOptional = isOptional
    self.isUnique = isUnique
    self.change = change
  }
}
