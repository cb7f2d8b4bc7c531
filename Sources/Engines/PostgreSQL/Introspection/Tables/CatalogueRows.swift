import SchemagateModel

/// The rows of which a database holds thousands, by the relation that they belong to.
struct CatalogueRows: Sendable {
  private(set) var relations: [UInt32: RelationRow] = [:]
  private(set) var sequences: [UInt32: SequenceRow] = [:]
  private(set) var columns: [UInt32: [ColumnRow]] = [:]
  private(set) var indexes: [UInt32: [IndexRow]] = [:]
  private(set) var constraints: [UInt32: [ConstraintRow]] = [:]

  /// Reads the sequences of these numbers anew, or all.
  mutating func readSequences(_ source: CatalogueSource, only changed: Set<UInt32>?) async throws {
    forget(changed, in: &sequences)
    for row in try await source.scan(PackageResources.sequences_sql, only: changed, { SequenceRow($0) }) {
      sequences[row.number] = sequences[row.number] ?? row
    }
  }

  /// Reads these relations anew, or all.
  mutating func readRelations(
    _ source: CatalogueSource, _ roles: RoleWords, only changed: Set<UInt32>?
  ) async throws {
    forget(changed, in: &relations)
    for case let row? in try await source.scan(
      PackageResources.relations_sql, only: changed, { RelationRow($0, roles) })
    {
      relations[row.number] = row
    }
  }

  /// Reads what is inside these relations anew, or inside all. `context` knows the relations.
  mutating func readMembers(
    _ source: CatalogueSource, _ context: CatalogueContext, only changed: Set<UInt32>?
  ) async throws {
    let identities = identityColumns
    let columns = try await source.scan(PackageResources.columns_sql, only: changed) {
      ColumnRow($0, context, identities: identities)
    }
    replace(&self.columns, changed, columns) { $0.relation }
    let indexes = try await source.scan(PackageResources.indexes_sql, only: changed) { IndexRow($0) }
    replace(&self.indexes, changed, indexes) { $0.table }
    let constraints = try await source.scan(PackageResources.constraints_sql, only: changed) { ConstraintRow($0) }
    replace(&self.constraints, changed, constraints) { $0.table }
  }

  private func forget<Row>(_ changed: Set<UInt32>?, in rows: inout [UInt32: Row]) {
    guard let changed else {
      rows = [:]
      return
    }
    for number in changed { rows[number] = nil }
  }

  private func replace<Row>(
    _ rows: inout [UInt32: [Row]], _ changed: Set<UInt32>?, _ read: [Row?], _ relation: (Row) -> UInt32
  ) {
    forget(changed, in: &rows)
    for case let row? in read { rows[relation(row), default: []].append(row) }
  }

  private var identityColumns: [CatalogueKey: SequenceRow] {
    let rows = sequences.values.filter { $0.belonging == .identity }.map { sequence in
      (CatalogueKey(catalogue: .relation, object: sequence.ownerTable, column: sequence.ownerColumn), sequence)
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// The tables that these sequences belong to.
  func tables(ofSequences numbers: Set<UInt32>) -> [UInt32] {
    numbers.compactMap { sequences[$0]?.ownerTable }.filter { $0 != 0 }
  }

  /// The name of a column of any relation; empty for one that isn't known.
  func columnName(_ relation: UInt32, _ number: Int) -> String {
    columns[relation]?.first { $0.number == number }?.name ?? ""
  }
}
