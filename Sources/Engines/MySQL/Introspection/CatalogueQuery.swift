import SchemagateModel

/// A catalogue query, in the form that a vendor and version understands.
struct CatalogueQuery {
  private static let since = "-- since "
  private static let before = "-- before "
  let text: String

  /// A line that ends in `-- since mariadb 10.5` is left out on an older MariaDB, and on MySQL; `-- since mysql 8.0,
  /// mariadb 10.5` names both. `-- before mysql 8.0: …` is a comment from MySQL 8.0 on and SQL below.
  init(_ file: [UInt8], _ version: CatalogueVersion) {
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.compactMap { Self.line($0, version) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring, _ version: CatalogueVersion) -> Substring? {
    guard line.utf8.contains(UInt8(ascii: "-")) else { return line }
    if let mark = line.firstRange(of: since) {
      let holds = line[mark.upperBound...].split(separator: ",").contains { isMet($0, version) }
      return holds ? line[..<mark.lowerBound] : nil
    }
    if let mark = line.firstRange(of: before) {
      let parts = line[mark.upperBound...].split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let (vendor, text) = condition(parts[0]) else { return nil }
      return version.vendor == vendor && !version.isAtLeast(vendor, text) ? parts[1] : nil
    }
    return line
  }

  private static func isMet(_ text: Substring, _ version: CatalogueVersion) -> Bool {
    condition(text).map { version.isAtLeast($0, $1) } ?? false
  }

  private static func condition(_ text: Substring) -> (EngineKind, String)? {
    let words = text.split(separator: " ")
    guard words.count == 2, let vendor = EngineKind(rawValue: String(words[0])) else { return nil }
    return (vendor, String(words[1]))
  }
}
