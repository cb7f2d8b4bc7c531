import SchemagateModel

/// Foreign data wrappers, servers and user mappings.
struct ForeignObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  /// `present` names the catalogues that hold anything.
  func objects(_ present: Set<String>) async throws -> [SchemaObject] {
    let wrappers = present.contains("foreign data wrapper") ? try await wrappers() : []
    guard present.contains("server") else { return wrappers }
    return wrappers + (try await servers()) + (try await mappings())
  }

  private func wrappers() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.wrappers_sql) { row in
      var attributes = context.ownership(owner: row.number(2), grants: row.text(3), isSet: row.flag(4), kind: "F")
      let words = ["HANDLER", "VALIDATOR"]
      attributes[.definition] = .sql(zip(words, [row.text(5), row.text(6)]).map(Self.clause).joined(separator: " "))
      attributes.set(.options, members: row.options(7))
      return context.object(
        ObjectIdentity(kind: .foreignDataWrapper, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .foreignDataWrapper, object: row.number(0)), attributes)
    }
  }

  @Sendable private static func clause(_ word: String, _ function: String?) -> String {
    function.map { "\(word) \($0)" } ?? "NO \(word)"
  }

  private func servers() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.servers_sql) { row in
      var attributes = context.ownership(owner: row.number(2), grants: row.text(3), isSet: row.flag(4), kind: "S")
      attributes.set(.wrapper, text: row.text(5))
      attributes.set(.type, text: row.text(6))
      attributes.set(.version, text: row.text(7))
      attributes.set(.options, members: row.options(8))
      return context.object(
        ObjectIdentity(kind: .server, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .server, object: row.number(0)), attributes)
    }
  }

  private func mappings() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.user_mappings_sql) { row in
      let server = row.text(1) ?? ""
      var attributes: [Attribute: Value] = [:]
      attributes.set(.options, members: row.flag(4) ? [HiddenValues.mark] : row.options(3))
      return context.object(
        ObjectIdentity(kind: .userMapping, name: [server, context.roles.grantee(row.number(2), owner: 0)]),
        parent: ObjectIdentity(kind: .server, name: [server]),
        key: CatalogueKey(catalogue: .userMapping, object: row.number(0)), attributes)
    }
  }
}
