import SchemagateModel

/// Reads the grants that concern the database. No password or other credential is read.
struct GrantReading {
  let source: CatalogueSource
  let names: AccountNames

  func rows() async throws -> GrantRows {
    var rows = GrantRows()
    try await read(PackageResources.database_grants_sql, into: &rows) { _ in
      ObjectIdentity(kind: .database, name: ["current"])
    }
    try await read(PackageResources.table_grants_sql, into: &rows) { ObjectIdentity(kind: .table, name: [$0[0]]) }
    try await read(PackageResources.column_grants_sql, into: &rows) { ObjectIdentity(kind: .column, name: $0) }
    guard source.seesAccounts else { return rows }
    try await read(PackageResources.routine_grants_sql, into: &rows) { parts in
      ObjectIdentity(kind: ObjectKind(rawValue: parts[1].lowercased()) ?? .procedure, name: [parts[0]])
    }
    return rows
  }

  /// Grantee, privilege, `YES` where it may be passed on, then what names the object.
  private func read(
    _ file: [UInt8], into rows: inout GrantRows, _ identity: ([String]) -> ObjectIdentity
  ) async throws {
    for row in try await source.rows(file) {
      let values = row.map { $0 ?? "" }
      let grantee = AccountNames.unquoted(values[0])
      guard !names.isOwn(grantee) else { continue }
      for privilege in values[1].split(separator: ",") where privilege.lowercased() != "grant" {
        rows.add(
          identity(Array(values.dropFirst(3))), grantee: grantee, privilege: String(privilege),
          isGrantable: values[2] == "YES")
      }
    }
  }
}
