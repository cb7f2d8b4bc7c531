import SchemagateModel

extension Rejection {
  /// The server's own words with their code, or the time limit.
  var words: String {
    if case .timeLimit(let seconds) = cause { return "did not end within \(seconds) s" }
    return code.isEmpty ? message : "\(message) (\(code))"
  }

  /// Everything that the server said, and the statement that it said it about.
  var evidence: String {
    let told = [
      "\(headline)", detail.map { "detail: \($0)" }, hint.map { "hint: \($0)" }, context.map { "context: \($0)" },
      statement.map { "statement: \(Self.excerpt($0))" },
    ]
    return told.compactMap { $0 }.joined(separator: "\n")
  }

  /// Whether our scratch world lacked something, so that nothing is known about the migration.
  var isEnvironment: Bool {
    if case .environment = cause { return true }
    return false
  }

  /// Whether two refusals are one and the same.
  func isSame(as other: Rejection) -> Bool { message == other.message && code == other.code }

  private var headline: String {
    switch cause {
    case .timeLimit(let seconds): "cancelled after \(seconds) s"
    case .migration, .environment: "error: \(words)"
    }
  }

  private static func excerpt(_ statement: String) -> String {
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(8).map { $0.count > 200 ? $0.prefix(200) + " …" : $0 }
    return (lines.count > 8 ? shown + ["…"] : shown).joined(separator: "\n")
  }
}
