package import SchemagateModel

/// What a target's check came to, as a forge shows it beside the commit.
package struct CommitStatus: Hashable, Sendable {
  package enum State: String, Hashable, Sendable {
    case success
    case failure
    /// It could not be checked.
    case error
  }

  package let context: String
  package let state: State
  package let description: String

  package init(context: String, verdict: Verdict, description: String) {
    self.context = String(context.onOneLine.prefix(255))
    state =
      switch verdict {
      case .passed, .unchanged: .success
      case .failed: .failure
      case .unknown: .error
      }
    self.description = Self.shortened(description.onOneLine, to: 140)
  }

  /// GitHub takes 140 characters at most.
  private static func shortened(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var short = text
    while short.utf16.count > limit - 1 { short.removeLast() }
    return short + "…"
  }
}
