import Foundation

/// The parts of GitHub's event that say which commit and which pull request are meant.
/// <https://docs.github.com/en/webhooks/webhook-events-and-payloads>
struct GitHubEventFile: Decodable {
  var pullRequest: PullRequest?
  var mergeGroup: MergeGroup?
  var workflowRun: WorkflowRun?

  struct PullRequest: Decodable {
    var number: Int
    var head: Side
  }

  struct Side: Decodable {
    var sha: String
    /// `nil` where a fork is gone.
    var repo: Repository?
  }

  struct Repository: Decodable {
    var fullName: String
    var owner: Owner?
  }

  struct Owner: Decodable {
    var login: String
  }

  struct MergeGroup: Decodable {
    var headSha: String
  }

  struct WorkflowRun: Decodable {
    var headSha: String
    var headBranch: String?
    var headRepository: Repository?
    var event: String
    var htmlUrl: String?
  }

  /// A file that can't be read says nothing; variables and options remain.
  init(_ json: String?) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let event = json.flatMap { try? decoder.decode(GitHubEventFile.self, from: Data($0.utf8)) }
    (pullRequest, mergeGroup, workflowRun) = (event?.pullRequest, event?.mergeGroup, event?.workflowRun)
  }
}
