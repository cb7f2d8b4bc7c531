import PostgreSQLEngine
import SchemaDiffing
import SchemagateModel

/// One side of a case, built in a database of its own, read by us and dumped.
struct BuiltSchema: Sendable {
  let schema: Schema
  let dump: String

  /// Many cases start from the same text, which is built once.
  static func of(_ sql: String) async throws -> BuiltSchema { try await Builds.shared.built(sql) }

  fileprivate init(_ sql: String) async throws {
    let server = try await IntrospectionServer.shared.value
    (schema, dump) = try await server.withDatabase { name, connection in
      try await connection.rows("SET SESSION AUTHORIZATION app")
      try await connection.rows(sql)
      try await connection.rows("RESET SESSION AUTHORIZATION")
      let reader = CatalogueReader(version: try await IntrospectionServer.version(connection))
      return (try await reader.read(connection), try await server.dump(name))
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

  func built(_ sql: String) async throws -> BuiltSchema {
    if let build = builds[sql] { return try await build.value }
    let build = Task { try await self.build(sql) }
    builds[sql] = build
    return try await build.value
  }

  private func build(_ sql: String) async throws -> BuiltSchema {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    defer { release() }
    return try await BuiltSchema(sql)
  }

  private func release() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
