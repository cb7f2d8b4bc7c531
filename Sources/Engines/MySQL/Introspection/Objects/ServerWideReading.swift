import SchemagateModel

/// Reads what belongs to the whole server and what statements here can use: servers by name, and what isn't compared.
struct ServerWideReading {
  let source: CatalogueSource

  func read() async throws -> CataloguePart {
    guard source.seesAccounts else {
      return CataloguePart(notCompared: [NotCompared(what: "grants and servers", names: ["hidden from this account"])])
    }
    var part = CataloguePart()
    for row in try await source.rows(PackageResources.servers_sql) { add(row, to: &part) }
    guard let rows = try await source.permittedRows(PackageResources.not_compared_sql) else {
      part.notCompared.append(NotCompared(what: "server-wide objects", names: ["hidden from this account"]))
      return part
    }
    part.notCompared += rows.map { NotCompared(what: $0[0] ?? "", names: [$0[1] ?? ""]) }
    return part
  }

  /// A password is told to exist, and never read.
  private func add(_ row: [String?], to part: inout CataloguePart) {
    let name = row[0] ?? ""
    // A port that isn't named is 0 for MySQL, and for MariaDB the usual one.
    let words = ["host", "database", "user", "port", "socket", "owner"]
    var options = zip(words, row[2...7]).compactMap { word, value in
      value.flatMap { ["", "0", "3306"].contains($0) ? nil : "\(word)=\($0)" }
    }
    if row[8] == "1" {
      options.append("password=…")
      part.notCompared.append(NotCompared(what: "value of a password", names: ["server \(name)"]))
    }
    var attributes: [Attribute: Value] = [:]
    attributes.set(.wrapper, text: row[1])
    attributes.set(.options, members: options)
    part.objects.append(
      SchemaObject(identity: ObjectIdentity(kind: .server, name: [name]), parent: nil, attributes: attributes))
  }
}
