import SchemaDiffing
import SchemagateModel

@testable import MySQLEngine

/// One side of a case, built in a database of its own, read by us and dumped.
struct BuiltSchema: Sendable {
  let schema: Schema
  /// The same, read once more.
  let again: Schema
  let dump: String

  /// Many cases start from the same text, which is built once.
  static func of(_ sql: String, _ vendor: EngineKind) async throws -> BuiltSchema {
    try await Builds.shared.built(sql, vendor)
  }

  fileprivate init(_ sql: String, _ vendor: EngineKind) async throws {
    let server = try await IntrospectionServer.shared(vendor)
    (schema, again, dump) = try await server.withDatabase { name, connection in
      if sql.contains(where: { !$0.isWhitespace }) { try await connection.rows(sql) }
      let reading = try await server.connect(name)
      let reader = CatalogueReader(version: server.version)
      let schemas = (try await reader.read(reading), try await reader.read(reading))
      await reading.close()
      return (schemas.0, schemas.1, try await server.dump(name))
    }
  }

  /// What a check would report between the two, in words.
  func difference(from other: BuiltSchema) -> [String] { Self.difference(schema, other.schema) }

  static func difference(_ left: Schema, _ right: Schema) -> [String] {
    SchemaDiff.changes(from: left, to: right, matchingServerIdentity: false).map { change in
      let attributes = change.attributes.map {
        "\($0.attribute.rawValue): \($0.base?.description ?? "none") -> \($0.head?.description ?? "none")"
      }
      return "\(change.verb.rawValue) \(change.identity.description) (\(attributes.joined(separator: "; ")))"
    }
  }

  /// The lines of the two dumps that only one has.
  func dumpDifference(from other: BuiltSchema) -> [String] {
    let here = Set(dump.split(separator: "\n").map(String.init))
    let there = Set(other.dump.split(separator: "\n").map(String.init))
    return here.subtracting(there).sorted().map { "- \($0)" } + there.subtracting(here).sorted().map { "+ \($0)" }
  }
}

/// Builds each text once, and only a few at the same time, since each takes a database and a process.
private actor Builds {
  static let shared = Builds()
  private var builds: [String: Task<BuiltSchema, any Error>] = [:]
  private var free = 3
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func built(_ sql: String, _ vendor: EngineKind) async throws -> BuiltSchema {
    let key = "\(vendor.rawValue) \(sql)"
    if let build = builds[key] { return try await build.value }
    let build = Task { try await self.build(sql, vendor) }
    builds[key] = build
    return try await build.value
  }

  private func build(_ sql: String, _ vendor: EngineKind) async throws -> BuiltSchema {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    defer { release() }
    return try await BuiltSchema(sql, vendor)
  }

  private func release() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
