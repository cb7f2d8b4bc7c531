/// The line of a program's output that says why it failed.
struct LastWords {
  private static let longest = 500
  /// What a program says at last is near its end; a flood before it would take seconds to search.
  private static let mostLines = 1000

  let lines: [Substring]

  init(_ output: String) {
    lines = Self.lastLines(output).filter { line in line.contains { !$0.isWhitespace } }
  }

  private static func lastLines(_ output: String) -> [Substring] {
    let bytes = output.utf8
    let breaks = bytes.indices.reversed().lazy.filter { bytes[$0] == UInt8(ascii: "\n") }
    let start = breaks.dropFirst(mostLines).first ?? output.startIndex
    return output[start...].split(whereSeparator: \.isNewline)
  }

  /// An exception's own line, else the last line that speaks of an error, else the last that says anything.
  var line: String? {
    let telling = lines.filter { !Self.isNoise($0) }
    let line =
      telling.last { $0.prefixMatch(of: Self.exception) != nil }
      ?? telling.last { $0.contains(Self.complaint) } ?? telling.last
    return line.map { Self.shortened($0) }
  }

  /// The end of the output.
  var end: String {
    Self.withoutPythonsForeignFrames(lines).filter { !Self.isForeignFrame($0) }.suffix(30).joined(separator: "\n")
  }

  /// Python tells of a frame in two or three lines: the place, and the source below it, further in.
  private static func withoutPythonsForeignFrames(_ lines: [Substring]) -> [Substring] {
    var isInside = false
    return lines.filter { line in
      isInside = line.prefixMatch(of: #/\s+File "[/<]/#) != nil || (isInside && line.hasPrefix("    "))
      return !isInside
    }
  }

  /// Where Ruby or Node stood in code that isn't the repository's: that has whole paths, the copy's own are relative.
  private static func isForeignFrame(_ line: Substring) -> Bool {
    line.prefixMatch(of: #/\s+(?:from \/|at (?:.*\()?(?:\/|node:))/#) != nil
  }

  /// `psycopg2.errors.UndefinedTable: …`, `sqlite3.OperationalError: …`, `ActiveRecord::StatementInvalid: …`
  private static var exception: Regex<Substring> {
    #/(?:\w+(?:\.|::))*\w*(?:Error|Exception|Failed|Failure|Violation|Configured|Invalid|Undefined\w+|Duplicate\w+|Insufficient\w+|NotFound|NotSupported\w*): .+/#
  }

  private static var complaint: Regex<Substring> { #/(?i)\b(?:error|fatal|failed|exception|refused|denied)\b/# }

  private static func isNoise(_ line: Substring) -> Bool {
    line.prefixMatch(
      of:
        #/\s*(?:\[SQL: |\[parameters: |\(Background on this error|LINE \d+:|HINT: |DETAIL: |\^+\s*$|at .+[:(]\d+|from .+:\d+:in )/#
    )
      != nil
  }

  private static func shortened(_ line: Substring) -> String {
    let line = line.trimmingPrefix(while: \.isWhitespace)
    return line.count > longest ? line.prefix(longest) + "…" : String(line)
  }
}
