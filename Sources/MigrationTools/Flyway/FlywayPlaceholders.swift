internal import SchemagateModel

/// Replaces `${name}` everywhere in a script, comments and strings too; a name without a value stops Flyway
/// (internal/parser/PlaceholderReplacingReader.java).
struct FlywayPlaceholders {
  let values: [String: String]

  struct Unknown: Error {
    let name: String
    let line: Int
  }

  /// The configured values, and of Flyway's own those that don't depend on the server or the clock
  /// (internal/parser/ParsingContext.java); a target's `variables:` can give the others.
  init(target: TargetDefinition, settings: FlywaySettings, path: String) {
    var values = settings.placeholders
    values["flyway:filename"] = path.lastPart
    values["flyway:table"] = target.tool.table ?? settings["table"] ?? "flyway_schema_history"
    values["flyway:environment"] = "default"
    values["flyway:defaultSchema"] = settings["defaultSchema"] ?? Self.defaultSchema(target.engine)
    self.values = values.merging(target.variables) { _, variable in variable }
  }

  func replace(in text: String) -> Result<String, Unknown> {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${") {
      let end = rest[open.upperBound...].firstIndex(of: "}") ?? rest.endIndex
      let name = String(rest[open.upperBound..<end])
      result += rest[..<open.lowerBound]
      guard let value = values[name] ?? values[name.lowercased()] else {
        return .failure(Unknown(name: name, line: result.utf8.count { $0 == 0x0A } + 1))
      }
      result += value
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    }
    return .success(result + rest)
  }

  private static func defaultSchema(_ engine: EngineKind) -> String? {
    switch engine {
    case .postgresql: "public"
    case .sqlite: "main"
    case .mysql, .mariadb: nil
    }
  }
}
