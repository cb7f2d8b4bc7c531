import SchemagateModel

/// Which relations may read otherwise than they did at an earlier moment, so that the others need no reading.
struct ChangedRelations {
  let source: CatalogueSource
  let earlier: CatalogueState
  /// When `earlier` was read.
  let before: CatalogueMoment
  let moment: CatalogueMoment
  let facts: CatalogueFacts

  /// `nil` where what changed may show anywhere: another name of a type, a schema, a table, a role.
  func find() async throws -> Set<UInt32>? {
    guard !moment.renames(since: before), facts.agree(with: earlier.facts) else { return nil }
    guard let commented else { return nil }
    let tables = tableOfIndex
    let touched = Set(writtenOrGone(tables).union(commented).map { tables[$0] ?? $0 })
    let mentioning = try await dependents(of: touched.filter { earlier.rows.relations[$0] != nil })
    let changed = touched.union(mentioning.map { tables[$0] ?? $0 })
    // An identity's sequence shows as part of its table.
    let owners = changed.compactMap { earlier.rows.sequences[$0]?.ownerTable }
    let all = changed.union(owners)
    // Beyond this, reading everything is as fast.
    return all.count > earlier.rows.relations.count / 4 + 20 ? nil : all
  }

  private func writtenOrGone(_ tables: [UInt32: UInt32]) -> Set<UInt32> {
    let written = ["relation", "index", "constraint", "belonging", "part"].map { moment.written($0) }
    let gone = ["relation", "belonging", "index"].map { moment.gone($0, since: before) }
    return (written + gone).reduce(tablesOfGoneConstraints) { $0.union($1) }
  }

  private var tablesOfGoneConstraints: Set<UInt32> {
    let gone = moment.gone("constraint", since: before)
    if gone.isEmpty { return [] }
    return Set(earlier.rows.constraints.filter { $0.value.contains { gone.contains($0.number) } }.keys)
  }

  private var tableOfIndex: [UInt32: UInt32] {
    let pairs = earlier.rows.indexes.values.joined().map { ($0.number, $0.table) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Relations with another comment on themselves or on a part of them. What the state doesn't keep is always read.
  /// `nil` for a comment on a constraint that is part of something else: a domain, or a column's NOT NULL.
  private var commented: Set<UInt32>? {
    let (old, new) = (earlier.facts.comments, facts.comments)
    guard old != new else { return [] }
    let keys = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    let constraints = Set(keys.filter { $0.catalogue == .constraint }.map(\.object))
    guard constraints.subtracting(ownConstraints).isEmpty else { return nil }
    let types = Set(keys.filter { $0.catalogue == .type }.map(\.object))
    let tables = earlier.rows.constraints.filter { $0.value.contains { constraints.contains($0.number) } }.keys
    let composites = earlier.rows.relations.values.filter { types.contains($0.type) }.map(\.number)
    return Set(keys.filter { $0.catalogue == .relation }.map(\.object) + tables + composites)
  }

  /// Constraints that were objects at the earlier moment, and new ones, whose tables were written to.
  private var ownConstraints: Set<UInt32> {
    let new = moment.present("constraint").subtracting(before.present("constraint"))
    return new.union(earlier.rows.constraints.values.joined().map(\.number))
  }

  private func dependents(of relations: Set<UInt32>) async throws -> [UInt32] {
    if relations.isEmpty { return [] }
    let array = CatalogueSource.array(relations)
    return try await source.scan(PackageResources.dependents_sql, argument: array) { $0.number(0) }
  }
}
