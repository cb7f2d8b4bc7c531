package import SchemagateModel

/// The engine whose words SQL text uses; `nil` where nothing in it tells.
package func engine(ofSQL text: String) -> EngineKind? { DialectScore(texts: [text]).guess(atLeast: 2)?.engine }

/// Which engine a folder's migrations are for, and why we think so: the folder's name, else words of SQL that only one
/// engine knows, else what the crate around it is built with, else words that point to one, else SQLite's way to spell a
/// table.
struct EngineGuess {
  let engine: EngineKind
  /// One sentence for `assumptions`.
  let reason: String
  /// Whether nothing told.
  var isAssumed = false

  static func guess(folder: String, samples: [String], in listing: FileListing) -> EngineGuess {
    if let named = named(folder) { return named }
    let texts = chosen(samples).compactMap { listing.read($0)?.text }
    let score = DialectScore(texts: texts)
    if let sure = score.guess(atLeast: 4) { return sure }
    if let built = CargoFeatures.guess(folder: folder, in: listing) { return built }
    if let likely = score.guess(atLeast: 1) { return likely }
    if SQLiteSpelling.isTypical(of: texts) { return SQLiteSpelling.guess }
    return EngineGuess(
      engine: .postgresql,
      reason: "engine postgresql is assumed: neither the folder's name nor its SQL tells (set `engine:` otherwise)",
      isAssumed: true)
  }

  private static let names: [String: EngineKind] = [
    "postgres": .postgresql, "postgresql": .postgresql, "pg": .postgresql, "pgsql": .postgresql, "psql": .postgresql,
    "sqlite": .sqlite, "sqlite3": .sqlite, "mysql": .mysql, "mariadb": .mariadb,
  ]

  /// The innermost part of the path that has an engine's name as a word.
  private static func named(_ folder: String) -> EngineGuess? {
    for part in folder.split(separator: "/").reversed() {
      let words = part.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      guard let engine = words.lazy.compactMap({ names[$0] }).first else { continue }
      return EngineGuess(engine: engine, reason: "engine \(engine.rawValue): the folder is called `\(part)`")
    }
    return nil
  }

  /// Early files make most of the tables; late ones show what is used today.
  private static func chosen(_ samples: [String]) -> [String] {
    samples.count <= 40 ? samples : Array(samples.prefix(30) + samples.suffix(10))
  }
}
