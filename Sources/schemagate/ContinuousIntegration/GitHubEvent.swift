import Foundation

/// The parts of GitHub's event file that say which commits are meant.
/// <https://docs.github.com/en/webhooks/webhook-events-and-payloads>
struct GitHubEvent: Decodable {
  var pullRequest: PullRequest?
  var mergeGroup: MergeGroup?
  var before: String?
  var repository: Repository?

  struct PullRequest: Decodable {
    var head: Side?
    var base: Side?
  }

  struct Side: Decodable {
    var sha: String?
  }

  struct MergeGroup: Decodable {
    var baseSha: String?
    var headSha: String?
  }

  struct Repository: Decodable {
    var defaultBranch: String?
  }

  /// A file that can't be read says nothing; the variables and the usual names remain.
  init(_ json: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = (try? decoder.decode(GitHubEvent.self, from: Data(json.utf8))) ?? GitHubEvent(before: nil)
  }

  private init(before: String?) { self.before = before }
}
