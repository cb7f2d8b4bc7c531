/// Why something could not be posted. The verdict stands all the same.
package enum PublishingProblem: Error, Hashable, Sendable {
  case noCurl
  case unsendable(part: String)
  /// `isUncertain`: the request may have been carried out all the same.
  case unreachable(at: String, words: String, isUncertain: Bool)
  case noToken(isFork: Bool)
  case tokenRefused(at: String, words: String)
  case notPermitted(at: String, status: Int, words: String, accepted: String?, isFork: Bool)
  case tooFast(at: String, wait: Duration?)
  case serverFailed(at: String, status: Int)
  case moved(at: String)
  case refused(at: String, status: Int, words: String)
  case tooLong(at: String)
  case notUnderstood(at: String)
  /// Whose comments are ours can't be told.
  case unknownAccount(at: String)
}

extension PublishingProblem {
  /// Whether nobody knows if the request was carried out.
  var isUncertain: Bool {
    switch self {
    case .serverFailed: true
    case .unreachable(_, _, let isUncertain): isUncertain
    case .noCurl, .unsendable, .noToken, .tokenRefused, .notPermitted, .tooFast, .moved, .refused, .tooLong,
      .notUnderstood, .unknownAccount:
      false
    }
  }

  /// Whether every other request would meet the same.
  var endsAll: Bool {
    switch self {
    case .noCurl, .unsendable, .unreachable, .noToken, .tokenRefused, .tooFast, .serverFailed, .moved: true
    case .notPermitted, .refused, .tooLong, .notUnderstood, .unknownAccount: false
    }
  }
}
