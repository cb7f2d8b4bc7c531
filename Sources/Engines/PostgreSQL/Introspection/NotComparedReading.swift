import SchemagateModel

/// Finds what users made and no object of the schema tells of, in every catalogue that the server has.
struct NotComparedReading {
  let source: CatalogueSource
  /// What the schema tells of.
  let objects: [SchemaObject]

  func groups() async throws -> [NotCompared] {
    let queries = try await source.scan(PackageResources.not_compared_sql) { $0.text(0) ?? "" }
    let missing = try await missing(queries.joined())
    guard !missing.isEmpty else { return [] }
    let rows = try await source.scan(
      PackageResources.not_compared_names_sql, argument: "{\(missing.joined(separator: ","))}"
    ) { ($0.text(0) ?? "", $0.text(1) ?? "") }
    return Dictionary(grouping: rows, by: \.0)
      .map { NotCompared(what: $0.key, names: $0.value.map(\.1).sorted()) }
      .sorted { $0.what < $1.what }
  }

  /// Catalogue and number of each, as `catalogue,number`.
  private func missing(_ query: String) async throws -> [String] {
    // A column is no object of its own to the server, and there are more of them than of anything else.
    let known = Set(objects.lazy.filter { $0.identity.kind != .column }.compactMap(\.serverIdentity))
    let found = try await source.connection.scan(query, []) { ($0.text(0) ?? "", $0.text(1) ?? "") }
    return found.flatMap { catalogue, numbers in
      numbers.split(separator: " ").filter { !known.contains("\(catalogue):\($0)") }.map { "\(catalogue),\($0)" }
    }
  }
}
