import SchemagateModel

/// Operators, casts, collations, text search, languages and the like: what other definitions are built from.
struct BuildingBlockObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  /// Asks first which catalogues hold anything, since most databases have no such object and are read often.
  func objects() async throws -> [SchemaObject] {
    let numbers = try await source.scan(PackageResources.building_blocks_sql) { $0.number(0) }
    var objects: [SchemaObject] = []
    for block in BuildingBlock.all where numbers.contains(block.catalogue.rawValue) {
      let context = context
      objects += try await source.scan(block.query) { block.object($0, context) }
    }
    return objects
  }
}
