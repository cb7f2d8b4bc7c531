import SchemagateModel

extension Rejection {
  /// The server's own words with their code, or the time limit.
  var words: String {
    if case .timeLimit(let seconds) = cause { return "did not end within \(seconds) s" }
    return Marked.quoting(code.isEmpty ? message : "\(message) (\(code))")
  }

  /// What the server said beside its message, and the place that it said it about; `nil` where that is nothing.
  func evidence(in pieces: [SourceText]) -> String? {
    let told =
      [
        detail.map { "detail: \($0)" }, hint.map { "hint: \($0)" }, context.map { "context: \($0)" }, place(in: pieces),
      ].compactMap { $0 } + StayedWords.lines(stayed)
    return told.isEmpty ? nil : told.joined(separator: "\n")
  }

  /// Whether our scratch world lacked something, so that nothing is known about the migration.
  var isEnvironment: Bool {
    if case .environment = cause { return true }
    return false
  }

  /// Whether two refusals are one and the same.
  func isSame(as other: Rejection) -> Bool { message == other.message && code == other.code }

  private func place(in pieces: [SourceText]) -> String? {
    if let location, let excerpt = SourceExcerpt(location, statement: statement, in: pieces) { return excerpt.text }
    return statement.map(Self.excerpt)
  }

  private static func excerpt(_ statement: String) -> String {
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(8).map { $0.count > 200 ? $0.prefix(200) + " …" : $0 }
    return (lines.count > 8 ? shown + ["…"] : shown).joined(separator: "\n")
  }
}
