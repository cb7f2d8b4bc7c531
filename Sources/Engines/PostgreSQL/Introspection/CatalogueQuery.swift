/// A catalogue query, in the form that a server's version understands.
struct CatalogueQuery {
  private static let since = "-- since "
  private static let before = "-- before "
  private static let only = "-- only: "
  let text: String

  /// A line that ends in `-- since 14` is left out below version 14; `-- before 14: …` is a comment from 14 on and SQL
  /// below. So each file also runs by hand on a current server. `-- only: …` is SQL where certain relations alone are
  /// read.
  init(_ file: [UInt8], majorVersion: Int, only: Bool = false) {
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.compactMap { Self.line($0, majorVersion, only) }.joined(separator: "\n")
  }

  private static func line(_ line: Substring, _ majorVersion: Int, _ certain: Bool) -> Substring? {
    guard line.utf8.contains(UInt8(ascii: "-")) else { return line }
    if certain, let mark = line.firstRange(of: only) { return line[mark.upperBound...] }
    if let mark = line.firstRange(of: since) {
      return (Int(line[mark.upperBound...]) ?? 0) <= majorVersion ? line[..<mark.lowerBound] : nil
    }
    if let mark = line.firstRange(of: before) {
      let parts = line[mark.upperBound...].split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let version = Int(parts[0]), majorVersion < version else { return nil }
      return parts[1]
    }
    return line
  }
}
