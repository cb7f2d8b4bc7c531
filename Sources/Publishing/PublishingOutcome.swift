/// What became of one comment or status.
package enum PublishingOutcome: Hashable, Sendable {
  case created(page: String?)
  case updated(page: String?)
  /// It says so already: nothing was written.
  case unchanged(page: String?)
  /// Reduced to one line.
  case cleared(page: String?)
  /// There was no comment, and none is needed.
  case nothingToSay
  case noThread(NoThread)
  case status(CommitStatus)
  case notPosted(PublishingProblem)
}
