internal import SchemagateModel

/// The table that holds the tips of what was applied (alembic/ddl/impl.py, `version_table_impl`).
struct AlembicTable {
  static let standard = "alembic_version"

  private let table: BookkeepingTable

  init(_ target: TargetDefinition) { table = BookkeepingTable(target, standard: Self.standard) }

  var name: String { table.name }

  var query: String { "SELECT version_num FROM \(table.qualified)" }

  var pattern: NamePattern { table.pattern }
}
