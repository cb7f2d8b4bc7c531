internal import SchemagateModel

/// The table in which a tool notes what it has applied.
struct BookkeepingTable {
  let engine: EngineKind
  /// As the configuration names it, else where the session's search path puts new tables; `nil` for the default schema.
  let schema: String?
  let name: String
  /// The configuration names the schema, so that the tool may have to make it.
  let isSchemaConfigured: Bool

  init(_ target: TargetDefinition, standard: String) {
    engine = target.engine
    let parts = (target.tool.table ?? standard).split(separator: ".", maxSplits: 1).map(String.init)
    name = parts.last ?? standard
    isSchemaConfigured = parts.count == 2
    schema = parts.count == 2 ? parts[0] : Self.firstSchema(ofSession: target)
  }

  var quoted: String { engine.identifier(name) }

  /// With its schema; tools that ask the server for the current schema write it so.
  var qualified: String {
    engine == .postgresql ? engine.identifier(schema ?? "public") + "." + quoted : quoted
  }

  var pattern: NamePattern { NamePattern(parts: [schema, name].compactMap { $0 }) }

  /// The first schema that a `SET search_path` among the session's settings names.
  private static func firstSchema(ofSession target: TargetDefinition) -> String? {
    guard target.engine == .postgresql else { return nil }
    let paths = target.session.compactMap { statement -> String? in
      let words = statement.split { $0.isWhitespace || "=,;".contains($0) }.map(String.init)
      guard let at = words.firstIndex(where: { $0.lowercased() == "search_path" }) else { return nil }
      return words[(at + 1)...].first { $0.lowercased() != "to" && !$0.contains("$user") }
    }
    return paths.last.map { $0.filter { $0 != "\"" && $0 != "'" } }
  }
}
