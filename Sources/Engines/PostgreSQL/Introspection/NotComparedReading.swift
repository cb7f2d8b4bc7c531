import SchemagateModel

/// Finds what the catalogue holds and the model has no kind for.
struct NotComparedReading {
  let source: CatalogueSource

  func groups() async throws -> [NotCompared] {
    let rows = try await source.scan(PackageResources.not_compared_sql) { ($0.text(0) ?? "", $0.text(1) ?? "") }
    return Dictionary(grouping: rows, by: \.0)
      .map { NotCompared(what: $0.key, names: $0.value.map(\.1).sorted()) }
      .sorted { $0.what < $1.what }
  }
}
