/// A repository on GitHub, with the commit and the pull request that a trusted event names.
package struct GitHubPlace: Hashable, Sendable {
  package enum PullRequest: Hashable, Sendable {
    case number(Int)
    /// The open one whose head is the commit; `branch` is `owner:name` where the event tells it.
    case ofCommit(branch: String?)
    /// The event has none.
    case none(event: String)
  }

  package let api: APIAddress
  package let graphQL: String
  package let host: String
  package let repository: RepositoryPath
  package let commit: CommitID
  package let pullRequest: PullRequest
  /// The page of the run, which statuses link to.
  package let page: String?
  package let token: Token?
  /// Whether the token may only read, whatever the workflow asks for.
  package let isFork: Bool
}

extension GitHubPlace {
  init(variables: [String: String], event: GitHubEventFile, options: PlaceOptions) throws {
    let address = variables["GITHUB_API_URL"] ?? "https://api.github.com"
    guard let api = APIAddress(address) else { throw PlaceError.unusable(what: "GITHUB_API_URL", value: address) }
    let server = APIAddress(variables["GITHUB_SERVER_URL"] ?? "https://github.com")
    guard let name = options.repository ?? variables["GITHUB_REPOSITORY"] else {
      throw PlaceError.lacking(option: "--repository OWNER/NAME", variable: "GITHUB_REPOSITORY")
    }
    guard let repository = RepositoryPath(name) else { throw PlaceError.unusable(what: "the repository", value: name) }
    self.init(
      api: api, graphQL: variables["GITHUB_GRAPHQL_URL"].flatMap { APIAddress($0)?.text } ?? Self.graphQL(of: api),
      host: server?.host ?? "github.com", repository: repository,
      commit: try Self.commit(variables, event, options), pullRequest: Self.pullRequest(variables, event, options),
      page: Self.page(variables, event, server), token: options.token ?? Token(variables["GITHUB_TOKEN"]),
      isFork: variables["GITHUB_EVENT_NAME"] != "pull_request_target"
        && event.pullRequest.map { $0.head.repo?.fullName != name } ?? false)
  }

  /// Enterprise Server's two APIs stand side by side: `/api/v3` and `/api/graphql`.
  private static func graphQL(of api: APIAddress) -> String {
    api.text.hasSuffix("/api/v3") ? api.text.dropLast("v3".count) + "graphql" : api.url("graphql")
  }

  private static func commit(
    _ variables: [String: String], _ event: GitHubEventFile, _ options: PlaceOptions
  ) throws -> CommitID {
    let named =
      options.commit ?? event.pullRequest?.head.sha ?? event.workflowRun?.headSha ?? event.mergeGroup?.headSha
      ?? variables["GITHUB_SHA"]
    guard let named else { throw PlaceError.lacking(option: "--commit SHA", variable: "GITHUB_SHA") }
    guard let commit = CommitID(named) else { throw PlaceError.unusable(what: "the commit", value: named) }
    return commit
  }

  private static func pullRequest(
    _ variables: [String: String], _ event: GitHubEventFile, _ options: PlaceOptions
  ) -> PullRequest {
    if let number = options.pullRequest ?? event.pullRequest?.number { return .number(number) }
    if let run = event.workflowRun {
      guard run.event.hasPrefix("pull_request") else { return .none(event: run.event) }
      let owner = run.headRepository?.owner?.login
      return .ofCommit(branch: owner.flatMap { owner in run.headBranch.map { "\(owner):\($0)" } })
    }
    return .none(event: variables["GITHUB_EVENT_NAME"] ?? "without --pull-request")
  }

  /// For `workflow_run`, the run that checked.
  private static func page(
    _ variables: [String: String], _ event: GitHubEventFile, _ server: APIAddress?
  ) -> String? {
    if let page = event.workflowRun?.htmlUrl, let server, server.holds(page) { return page }
    guard let server, let run = variables["GITHUB_RUN_ID"], let repository = variables["GITHUB_REPOSITORY"] else {
      return nil
    }
    return server.url("\(repository)/actions/runs/\(run)")
  }
}
