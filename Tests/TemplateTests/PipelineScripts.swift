import Foundation
import Yams

/// The scripts of each other CI system's template, one for each shell that the system starts, in order.
enum PipelineScripts: String, CaseIterable {
  case gitlab = "gitlab-ci.yml"
  case bitbucket = "bitbucket-pipelines.yml"
  case azure = "azure-pipelines.yml"
  case circleci = "circleci-config.yml"
  case jenkins = "Jenkinsfile"

  var path: String { "ci-templates/\(rawValue)" }

  /// How the system starts the shell.
  var shell: [String] {
    switch self {
    case .gitlab: ["bash", "-e", "-o", "pipefail"]
    case .bitbucket: ["bash", "-e"]
    case .azure: ["bash", "--noprofile", "--norc"]
    case .circleci: ["bash", "-e", "-o", "pipefail"]
    case .jenkins: ["sh", "-xe"]
    }
  }

  func scripts() throws -> [String] {
    switch self {
    case .gitlab:
      let before = try Templates.part(path, ".schemagate", "before_script").items
      let script = try Templates.part(path, "schemagate", "script").items
      return [(before + script).compactMap(\.string).joined(separator: "\n")]
    case .bitbucket:
      let step = try Templates.part(path, "definitions", "steps").items.first?["step"]
      return [(step?["script"]?.items ?? []).compactMap(\.string).joined(separator: "\n")]
    case .azure:
      return try Templates.part(path, "jobs").items.flatMap { $0["steps"]?.items ?? [] }
        .compactMap { $0["bash"]?.string }
    case .circleci:
      return try Templates.part(path, "jobs", "schemagate", "steps").items.compactMap { $0["run"]?["command"]?.string }
    case .jenkins:
      let parts = try Templates.text(path).components(separatedBy: "'''")
      return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    }
  }

  /// The environment that the template itself sets.
  func ownEnvironment() throws -> [String: String] {
    switch self {
    case .gitlab:
      try Templates.part(path, ".schemagate", "variables").texts
        .merging(try Templates.part(path, "schemagate", "variables").texts) { $1 }
    case .bitbucket: [:]
    case .azure:
      try Templates.part(path, "variables").texts.merging(
        try Templates.part(path, "jobs").items.flatMap { $0["steps"]?.items ?? [] }
          .reduce(into: [:]) { $0.merge($1["env"]?.texts ?? [:]) { $1 } }
      ) { $1 }
    case .circleci: try Templates.part(path, "jobs", "schemagate", "environment").texts
    case .jenkins:
      Dictionary(
        uniqueKeysWithValues: try Templates.text(path).matches(of: /([A-Z_0-9]+) = '([^']*)'/).map {
          (String($0.1), String($0.2))
        })
    }
  }

  /// What the system itself sets for a pull request of `work` into `main`.
  func systemEnvironment(_ sample: SampleRepository, workspace: String) -> [String: String] {
    switch self {
    case .gitlab:
      [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_COMMIT_SHA": sample.head, "CI_DEFAULT_BRANCH": "main", "CI_PROJECT_DIR": workspace,
        "SCHEMAGATE_GITLAB_TOKEN": "secret-token",
      ]
    case .bitbucket:
      ["BITBUCKET_BUILD_NUMBER": "1", "BITBUCKET_PR_DESTINATION_BRANCH": "main", "BITBUCKET_COMMIT": sample.head]
    case .azure:
      [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
        "BUILD_SOURCEBRANCH": "refs/pull/7/merge", "BUILD_SOURCEVERSION": sample.merge,
        "SYSTEM_PULLREQUEST_SOURCECOMMITID": sample.head,
      ]
    case .circleci: ["CIRCLECI": "true", "CIRCLE_BRANCH": "work"]
    case .jenkins: ["JENKINS_URL": "https://ci.example.org/", "CHANGE_TARGET": "main", "CHANGE_ID": "7"]
    }
  }

  /// What the system checks out, and how deep.
  func checkout(_ sample: SampleRepository) throws -> (reference: String, depth: Int) {
    switch self {
    case .azure: ("refs/pull/7/merge", 2)
    case .gitlab, .bitbucket: ("refs/heads/work", 20)
    case .circleci, .jenkins: ("refs/heads/work", 1000)
    }
  }
}
