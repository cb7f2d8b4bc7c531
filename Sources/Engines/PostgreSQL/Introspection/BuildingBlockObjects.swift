import SchemagateModel

/// Operators, casts, collations, text search, languages and the like: what other definitions are built from.
struct BuildingBlockObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  func objects() async throws -> [SchemaObject] { [] }
}
