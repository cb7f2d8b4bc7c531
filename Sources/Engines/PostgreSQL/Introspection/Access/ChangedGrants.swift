import SchemagateModel

/// What was done to objects that don't show themselves: those of extensions, and the system's own.
struct ChangedGrants: Sendable {
  /// By the extension's number; 0 for the system's.
  private let entries: [UInt32: [String]]
  private let ties: [UInt32: [String]]

  init(_ source: CatalogueSource, _ roles: RoleWords) async throws {
    entries = try await source.group(PackageResources.changed_grants_sql) { row in
      let grantee = roles.grantee(row.number(3), owner: row.number(2))
      let ending = (row.flag(5) ? " WITH GRANT OPTION" : "") + (row.flag(6) ? " revoked" : "")
      return "\(row.text(1) ?? ""): \(grantee)=\(row.text(4) ?? "")\(ending)"
    }
    ties = try await source.group(PackageResources.extension_ties_sql) { $0.text(1) ?? "" }
  }

  /// Adds the entries of an extension, or of the system, where there are any.
  func add(ofExtension number: UInt32, to attributes: inout [Attribute: Value]) {
    attributes.set(.memberGrants, members: entries[number] ?? [])
    attributes.set(.options, members: ties[number] ?? [])
  }
}
