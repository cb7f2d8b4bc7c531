import SchemagateModel

/// Foreign servers, publications, event triggers, default privileges, roles: what works beside the tables.
struct ServiceObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  func objects() async throws -> [SchemaObject] { [] }
}
