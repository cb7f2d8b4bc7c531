/// Whether the branch may merge, as far as a target or the whole check can tell.
package enum Verdict: String, Hashable, Sendable, Codable {
  case passed
  case failed
  /// It could not be checked.
  case unknown
  /// Targets only: the branch changes no input of it.
  case unchanged
}
