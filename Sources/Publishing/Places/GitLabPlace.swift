/// A project on GitLab, with the commit and the merge request that the pipeline is for.
package struct GitLabPlace: Hashable, Sendable {
  package let api: APIAddress
  package let host: String
  package let repository: RepositoryPath
  /// The project that has the merge request.
  package let project: String
  /// The project that has the pipeline: a fork's own, for a fork.
  package let pipelineProject: String
  package let commit: CommitID
  /// `nil` where the pipeline isn't one of a merge request.
  package let mergeRequest: Int?
  package let pipeline: String?
  package let page: String?
  package let token: Token?
  package let isFork: Bool
}

extension GitLabPlace {
  /// <https://docs.gitlab.com/ci/variables/predefined_variables/>
  init(variables: [String: String], options: PlaceOptions) throws {
    let address = variables["CI_API_V4_URL"] ?? "https://gitlab.com/api/v4"
    guard let api = APIAddress(address) else { throw PlaceError.unusable(what: "CI_API_V4_URL", value: address) }
    let path = options.repository ?? variables["CI_MERGE_REQUEST_PROJECT_PATH"] ?? variables["CI_PROJECT_PATH"]
    guard let path else { throw PlaceError.lacking(option: "--repository GROUP/NAME", variable: "CI_PROJECT_PATH") }
    guard let repository = RepositoryPath(path) else { throw PlaceError.unusable(what: "the project", value: path) }
    let commit = try Self.commit(variables, options)
    let (target, source) = (Self.id("CI_MERGE_REQUEST_PROJECT_ID", variables), Self.id("CI_PROJECT_ID", variables))
    let isOverridden = options.repository != nil
    self.init(
      api: api, host: APIAddress(variables["CI_SERVER_URL"] ?? "")?.host ?? variables["CI_SERVER_HOST"] ?? api.host,
      repository: repository, project: isOverridden ? repository.encoded : target ?? source ?? repository.encoded,
      pipelineProject: isOverridden ? repository.encoded : source ?? repository.encoded, commit: commit,
      mergeRequest: options.pullRequest ?? variables["CI_MERGE_REQUEST_IID"].flatMap { Int($0) },
      pipeline: variables["CI_COMMIT_SHA"] == commit.text ? Self.id("CI_PIPELINE_ID", variables) : nil,
      page: variables["CI_PIPELINE_URL"] ?? variables["CI_JOB_URL"],
      token: options.token ?? Token(variables["SCHEMAGATE_GITLAB_TOKEN"]) ?? Token(variables["GITLAB_TOKEN"]),
      isFork: target != nil && source != nil && target != source)
  }

  /// In a pipeline of the merge result, the request's own commit: the one that checks and links name, too.
  private static func commit(_ variables: [String: String], _ options: PlaceOptions) throws -> CommitID {
    let isMerged = ["merged_result", "merge_train"].contains(variables["CI_MERGE_REQUEST_EVENT_TYPE"])
    let own = isMerged ? variables["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] : nil
    guard let named = options.commit ?? own ?? variables["CI_COMMIT_SHA"] else {
      throw PlaceError.lacking(option: "--commit SHA", variable: "CI_COMMIT_SHA")
    }
    guard let commit = CommitID(named) else { throw PlaceError.unusable(what: "the commit", value: named) }
    return commit
  }

  private static func id(_ name: String, _ variables: [String: String]) -> String? {
    variables[name].flatMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? $0 : nil }
  }
}
