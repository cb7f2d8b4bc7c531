internal import SchemagateModel

/// Counts words of SQL that only one kind of server understands, or that its users write.
struct DialectScore {
  private(set) var points: [EngineKind: Int] = [:]
  private var witnesses: [EngineKind: String] = [:]

  init(texts: [String]) {
    for text in texts { count(text) }
  }

  /// The dialect with the most points, at least so many; `nil` where no word told, or two tell the same.
  func guess(atLeast minimum: Int) -> EngineGuess? {
    let ranked = points.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
    guard let best = ranked.first, best.value >= minimum, ranked.count < 2 || ranked[1].value < best.value
    else { return nil }
    let word = witnesses[best.key].map { " (`\($0)`)" } ?? ""
    return EngineGuess(engine: best.key, reason: "engine \(best.key.rawValue): its SQL is written so\(word)")
  }

  /// Comments and quoted text are passed over: they are about anything.
  private mutating func count(_ text: String) {
    let bytes = Array(text.utf8)
    var word: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if Self.isWord(byte) {
        word.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
        at += 1
      } else {
        end(&word)
        at = symbol(in: bytes, at: at)
      }
    }
    end(&word)
  }

  /// Judges what stands at `at`, which is no word; returns where to go on.
  private mutating func symbol(in bytes: [UInt8], at: Int) -> Int {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    switch (bytes[at], next) {
    case (UInt8(ascii: "-"), UInt8(ascii: "-")):
      return bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case (UInt8(ascii: "'"), _):
      return bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "'")).map { $0 + 1 } ?? bytes.count
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): add(.postgresql, 2, "::")
    case (UInt8(ascii: "$"), UInt8(ascii: "$")): add(.postgresql, 3, "$$")
    case (UInt8(ascii: "`"), _): add(.mysql, 1, "backticks")
    case _: break
    }
    return at + 1
  }

  private mutating func end(_ word: inout [UInt8]) {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    if let (engine, weight) = Self.words[text] { add(engine, weight, text.uppercased()) }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ engine: EngineKind, _ weight: Int, _ witness: String) {
    points[engine, default: 0] += weight
    if witnesses[engine] == nil { witnesses[engine] = witness }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static let words: [String: (EngineKind, Int)] = [
    "serial": (.postgresql, 5), "bigserial": (.postgresql, 5), "smallserial": (.postgresql, 5),
    "jsonb": (.postgresql, 5), "timestamptz": (.postgresql, 5), "plpgsql": (.postgresql, 5),
    "bytea": (.postgresql, 5), "tsvector": (.postgresql, 5), "citext": (.postgresql, 5), "regclass": (.postgresql, 5),
    "hstore": (.postgresql, 5), "int8": (.postgresql, 2), "int4": (.postgresql, 2), "uuid": (.postgresql, 1),
    "ilike": (.postgresql, 3), "extension": (.postgresql, 3), "gin": (.postgresql, 3), "gist": (.postgresql, 3),
    "concurrently": (.postgresql, 3), "nextval": (.postgresql, 4), "search_path": (.postgresql, 4),
    "btree": (.postgresql, 1), "pg_catalog": (.postgresql, 4), "sequence": (.postgresql, 2),
    "autoincrement": (.sqlite, 6), "pragma": (.sqlite, 6), "rowid": (.sqlite, 4), "strict": (.sqlite, 2),
    "strftime": (.sqlite, 5), "julianday": (.sqlite, 5), "unixepoch": (.sqlite, 5), "fts5": (.sqlite, 6),
    "sqlite_master": (.sqlite, 6), "sqlite_sequence": (.sqlite, 6), "blob": (.sqlite, 1), "datetime": (.sqlite, 1),
    "auto_increment": (.mysql, 6), "innodb": (.mysql, 6), "utf8mb4": (.mysql, 5), "unsigned": (.mysql, 4),
    "tinyint": (.mysql, 2), "mediumtext": (.mysql, 5), "longtext": (.mysql, 5), "mediumblob": (.mysql, 5),
    "engine": (.mysql, 2), "algorithm": (.mysql, 2), "modify": (.mysql, 3), "charset": (.mysql, 4),
    "tinytext": (.mysql, 5), "longblob": (.mysql, 5), "mediumint": (.mysql, 5), "fulltext": (.mysql, 4),
    "delimiter": (.mysql, 4), "zerofill": (.mysql, 5), "varbinary": (.mysql, 3), "utf8": (.mysql, 3),
  ]
}
