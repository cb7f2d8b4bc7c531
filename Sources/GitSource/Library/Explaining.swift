import CLibgit2

extension GitRepository {
  /// Runs `body` and puts its failure in our own terms; `activity` completes "Git failed while …".
  func explained<Result>(
    _ activity: String, _ body: () throws(LibraryFailure) -> Result
  ) throws(GitError) -> Result {
    do throws(LibraryFailure) { return try body() } catch { throw explanation(of: error, activity) }
  }

  /// An object that isn't here was never fetched, lies beyond a shallow clone's edge, or was lost.
  private func explanation(of failure: LibraryFailure, _ activity: String) -> GitError {
    guard failure.isAboutObjects, let id = failure.missingObject else {
      return .failed(path: path, doing: activity, detail: failure.message)
    }
    if let remote = promisor { return .objectNotFetched(id: id, remote: remote) }
    return .damaged(path: path, detail: "\(failure.message), while \(activity)")
  }

  /// The remote that promised to deliver what a partial clone left out.
  private var promisor: String? {
    remotes.first { ["true", "1", "yes", "on"].contains(configValue("remote.\($0).promisor") ?? "") }
  }
}

extension LibraryFailure {
  /// The id in "no match for id (…)" and "cannot read header for (…)".
  var missingObject: String? {
    guard let open = message.lastIndex(of: "("), let close = message.lastIndex(of: ")"), open < close else {
      return nil
    }
    let id = message[message.index(after: open)..<close]
    return id.count >= 7 && id.allSatisfy(\.isHexDigit) ? String(id) : nil
  }
}
