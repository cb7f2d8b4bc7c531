import SchemagateModel

/// Publications and subscriptions.
struct ReplicationObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  /// `present` names the catalogues that hold anything.
  func objects(_ present: Set<String>) async throws -> [SchemaObject] {
    let publications = present.contains("publication") ? try await publications() : []
    return publications + (present.contains("subscription") ? try await subscriptions() : [])
  }

  private func publications() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.publications_sql) { row in
      var attributes: [Attribute: Value] = [.members: .set(of: row.members(4)), .options: .set(of: row.members(3))]
      attributes.set(.owner, text: context.roles.owner(row.number(2)))
      return context.object(
        ObjectIdentity(kind: .publication, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .publication, object: row.number(0)), attributes)
    }
  }

  private func subscriptions() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.subscriptions_sql) { row in
      var attributes: [Attribute: Value] = [
        .enabled: .text(row.flag(3) ? "enabled" : "disabled"), .members: .set(of: row.members(4)),
        .options: .set(of: row.members(5)),
      ]
      attributes.set(.owner, text: context.roles.owner(row.number(2)))
      return context.object(
        ObjectIdentity(kind: .subscription, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .subscription, object: row.number(0)), attributes)
    }
  }
}
