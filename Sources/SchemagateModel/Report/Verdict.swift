/// What a check comes to, for a target or as a whole.
package enum Verdict: String, Hashable, Sendable, Codable {
  case passed
  case failed
  /// It could not be checked.
  case unknown
  /// Targets only: the branch changes no input of it.
  case unchanged
}
