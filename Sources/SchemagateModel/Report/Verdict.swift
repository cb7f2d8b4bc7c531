/// What a check comes to, for a target or as a whole.
package enum Verdict: String, Hashable, Sendable, Codable {
  case passed
  case failed
  /// It could not be checked.
  case unknown
  /// Targets only: the branch changes no input of it.
  case unchanged
}

extension Verdict {
  /// Unknown before failed before passed. Where every target is unchanged, nothing stands against the merge.
  package static func overall(_ verdicts: [Verdict]) -> Verdict {
    if verdicts.contains(.unknown) { return .unknown }
    if verdicts.contains(.failed) { return .failed }
    return .passed
  }
}
