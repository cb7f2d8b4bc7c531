import Foundation

/// A secret: it prints as nothing.
package struct Token: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let secret: String

  /// `nil` where nothing is left without the spaces and line breaks around it.
  package init?(_ text: String?) {
    let secret = (text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !secret.isEmpty else { return nil }
    self.secret = secret
  }

  package var description: String { "…" }
  package var debugDescription: String { "…" }

  /// `text` without the secret, which a server may have repeated.
  func removed(from text: String) -> String { text.replacing(secret, with: "…") }
}
