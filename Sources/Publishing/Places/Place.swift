/// Where reports are published, from what the CI system and the caller say: never from a report.
package enum Place: Hashable, Sendable {
  case gitHub(GitHubPlace)
  case gitLab(GitLabPlace)

  /// The commit that statuses go to, and that every report must be about.
  package var commit: CommitID {
    switch self {
    case .gitHub(let place): place.commit
    case .gitLab(let place): place.commit
    }
  }

  /// The repository's page on the web, host first.
  package var host: String {
    switch self {
    case .gitHub(let place): place.host
    case .gitLab(let place): place.host
    }
  }

  package var repository: RepositoryPath {
    switch self {
    case .gitHub(let place): place.repository
    case .gitLab(let place): place.repository
    }
  }
}

/// What the caller says of the place; it wins over the CI system's variables.
package struct PlaceOptions: Hashable, Sendable {
  package var repository: String?
  package var pullRequest: Int?
  package var commit: String?
  package var token: Token?

  package init(repository: String? = nil, pullRequest: Int? = nil, commit: String? = nil, token: Token? = nil) {
    self.repository = repository
    self.pullRequest = pullRequest
    self.commit = commit
    self.token = token
  }
}

extension Place {
  /// `event` is the text of the file that `GITHUB_EVENT_PATH` names.
  package init(environment: [String: String], event: String?, options: PlaceOptions) throws {
    let variables = environment.filter { !$0.value.isEmpty }
    if variables["GITLAB_CI"] == "true" || variables["CI_API_V4_URL"] != nil {
      self = .gitLab(try GitLabPlace(variables: variables, options: options))
    } else if variables["GITHUB_ACTIONS"] == "true" || variables["GITHUB_REPOSITORY"] != nil
      || options.repository != nil
    {
      self = .gitHub(try GitHubPlace(variables: variables, event: GitHubEventFile(event), options: options))
    } else {
      throw PlaceError.nowhere(system: Self.systems.first { variables[$0.variable] != nil }?.name)
    }
  }

  private static let systems = [
    (variable: "BITBUCKET_BUILD_NUMBER", name: "Bitbucket Pipelines"), (variable: "TF_BUILD", name: "Azure Pipelines"),
    (variable: "CIRCLECI", name: "CircleCI"), (variable: "JENKINS_URL", name: "Jenkins"),
    (variable: "BUILDKITE", name: "Buildkite"),
  ]
}
