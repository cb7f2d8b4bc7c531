import PostgreSQLEngine
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

  /// The objects that aren't the same on both sides, in words.
  func difference(from other: BuiltSchema) -> [String] { Self.difference(schema, other.schema) }

  static func difference(_ left: Schema, _ right: Schema) -> [String] {
    let here = Dictionary(uniqueKeysWithValues: left.objects.map { ($0.identity, $0) })
    let there = Dictionary(uniqueKeysWithValues: right.objects.map { ($0.identity, $0) })
    return Set(here.keys).union(there.keys).sorted()
      .filter { here[$0] != there[$0] }
      .map { describe($0, here[$0]?.attributes ?? [:], there[$0]?.attributes ?? [:]) }
  }

  private static func describe(
    _ identity: ObjectIdentity, _ before: [Attribute: Value], _ after: [Attribute: Value]
  ) -> String {
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted().map {
      "\($0.rawValue): \(before[$0]?.description ?? "none") -> \(after[$0]?.description ?? "none")"
    }
    return "\(identity.kind.rawValue) \(identity.name.joined(separator: ".")) (\(changed.joined(separator: "; ")))"
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
