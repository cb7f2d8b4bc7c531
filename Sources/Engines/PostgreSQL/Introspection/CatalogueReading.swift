import SchemagateModel

/// One reading of the catalogue: what the objects share is read first, then the objects, kind by kind.
struct CatalogueReading {
  let source: CatalogueSource
  let engine: EngineVersion
  /// Before this version some changes of an index leave no trace of the transaction that made them.
  private static let firstWithTraces = 14

  /// Reads everything, or what may have changed since `earlier`: the result is the same. Where nothing is to be read
  /// from here on (`isLast`), what it would take is left out.
  func state(after earlier: CatalogueState?, isLast: Bool = false) async throws -> CatalogueState {
    var moment: CatalogueMoment?
    if !isLast { moment = try await CatalogueMoment.read(source, since: earlier?.moment) }
    let facts = try await CatalogueFacts(source)
    var changed: Set<UInt32>?
    if let earlier, let before = earlier.moment, let moment, source.majorVersion >= Self.firstWithTraces {
      changed = try await ChangedRelations(
        source: source, earlier: earlier, before: before, moment: moment, facts: facts
      ).find()
    }
    var rows = changed == nil ? CatalogueRows() : earlier?.rows ?? CatalogueRows()
    try await rows.readSequences(source, only: changed)
    changed = changed.map { $0.union(rows.tables(ofSequences: $0)) }
    try await rows.readRelations(source, facts.roles, only: changed)
    let context = CatalogueContext(
      roles: facts.roles, comments: facts.comments, labels: facts.labels, relations: rows.relations)
    try await rows.readMembers(source, context, only: changed)
    let kept = RelationObjects(context: context, parents: facts.parents, rows: rows).entries(of: changed)
    let others = try await OtherObjects(source: source, context: context).objects()
    let read = (kept + others.map { CatalogueState.Entry(object: $0, relation: nil) }).sortedByIdentity()
    let merged = changed.flatMap { earlier?.entries.replacing($0, with: read) } ?? read
    return CatalogueState(
      engine: engine, moment: moment, facts: facts, rows: rows,
      entries: merged)
  }
}
