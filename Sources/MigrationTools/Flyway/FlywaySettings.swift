internal import SchemagateModel

/// What a project's `flyway.conf`, `flyway.toml` or Spring `application.properties` says that bears on a migration folder.
struct FlywaySettings {
  private let values: [String: String]
  /// Whether a file of Flyway's own, or a Spring file with Flyway's settings, was found.
  let isConfigured: Bool

  init(folders: [String], read: (String) -> String?) {
    var values: [String: String] = [:]
    for text in Self.candidates(folders: folders).compactMap(read) {
      for (key, value) in Self.pairs(text) { values[key] = values[key] ?? value }
    }
    self.values = values
    isConfigured = !values.isEmpty
  }

  subscript(key: String) -> String? { values[key.lowercased()] }

  func flag(_ key: String) -> Bool? { self[key].map { $0.lowercased() == "true" } }

  /// `placeholders.name`, by name.
  var placeholders: [String: String] {
    let named = values.filter { $0.key.hasPrefix("placeholders.") }
    return Dictionary(named.map { (String($0.key.dropFirst(13)), $0.value) }) { first, _ in first }
  }

  /// The files that may hold settings for these folders: in each folder above them, the nearest first.
  static func candidates(folders: [String]) -> [String] {
    let names = ["flyway.toml", "flyway.conf", "conf/flyway.toml", "conf/flyway.conf", "application.properties"]
    var found: [String] = []
    for folder in folders {
      var above = folder
      while true {
        found += names.map { .path(above, $0) }.filter { !found.contains($0) }
        if above.isEmpty { break }
        above = above.folder
      }
    }
    return found
  }

  /// `flyway.key=value`, `spring.flyway.key=value`, and `key = "value"` in TOML's `[flyway]` tables; keys in lower case.
  private static func pairs(_ text: String) -> [(String, String)] {
    var table = ""
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.trimmed
      if line.hasPrefix("[") { table = line.filter { !"[] ".contains($0) } + "." }
      guard !line.hasPrefix("#"), !line.hasPrefix("["), let equals = line.firstIndex(of: "=") else { return nil }
      let key = (table + line[..<equals].trimmed).lowercased()
      let value = line[line.index(after: equals)...].trimmed.filter { $0 != "\"" }
      let prefix = ["spring.flyway.", "flyway."].first { key.hasPrefix($0) }
      return prefix.map { (String(key.dropFirst($0.count)), String(value)) }
    }
  }
}
