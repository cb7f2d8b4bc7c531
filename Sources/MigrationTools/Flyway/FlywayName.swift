/// What a file's name tells Flyway: prefix, version, `__`, description (internal/resource/ResourceNameParser.java).
struct FlywayName {
  enum Kind: String {
    case versioned = "V"
    case undo = "U"
    case repeatable = "R"
    case baseline = "B"
  }

  let kind: Kind
  /// `nil` for a repeatable one.
  let version: FlywayVersion?
  /// With the file's underscores.
  let name: String
  /// `Java` or `Kotlin`, where the migration is a class.
  let language: String?

  /// What is shown and stored; an underscore stands for a space.
  var description: String { String(name.map { $0 == "_" ? " " : $0 }) }

  init?(_ file: String) {
    guard let dot = file.lastIndex(of: "."), let kind = file.first.flatMap({ Kind(rawValue: String($0)) }) else {
      return nil
    }
    let rest = String(file[..<dot].dropFirst())
    let separator = rest.firstRange(of: "__")
    let number = separator.map { rest[..<$0.lowerBound] } ?? rest[...]
    switch file[dot...].lowercased() {
    case ".sql": language = nil
    case ".java": language = "Java"
    case ".kt": language = "Kotlin"
    default: return nil
    }
    self.kind = kind
    version = FlywayVersion(number)
    name = separator.map { String(rest[$0.upperBound...]) } ?? ""
    guard kind == .repeatable ? number.isEmpty && separator != nil : version != nil else { return nil }
  }

  /// Names that begin like a migration's but break the rules; Flyway passes over them in silence.
  static func looksLikeMigration(_ file: String) -> Bool {
    file.hasSuffix(".sql") && file.firstMatch(of: #/^[VUB]\d|^R_/#) != nil
  }

  /// SQL callbacks, which Flyway runs around its own work: `beforeMigrate.sql`, `afterEachMigrate__x.sql`.
  static func isCallback(_ file: String) -> Bool {
    file.firstMatch(of: #/^(before|after)(Each)?(Migrate|Versioned|Repeatables|Validate|Baseline|Undo|Connect)/#) != nil
      && file.hasSuffix(".sql")
  }
}
