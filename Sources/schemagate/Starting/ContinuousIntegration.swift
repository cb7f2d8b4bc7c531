import Foundation
import GitSource
import SchemagateModel

/// A CI system, as the repository's files show it.
enum ContinuousIntegration: String, CaseIterable {
  case github
  case gitlab
  case bitbucket
  case azure
  case circleci
  case jenkins

  static let workflow = ".github/workflows/schemagate.yml"

  /// The file or folder that shows it.
  var sign: String {
    switch self {
    case .github: ".github"
    case .gitlab: ".gitlab-ci.yml"
    case .bitbucket: "bitbucket-pipelines.yml"
    case .azure: "azure-pipelines.yml"
    case .circleci: ".circleci/config.yml"
    case .jenkins: "Jenkinsfile"
    }
  }

  var title: String {
    switch self {
    case .github: "GitHub Actions"
    case .gitlab: "GitLab CI"
    case .bitbucket: "Bitbucket Pipelines"
    case .azure: "Azure Pipelines"
    case .circleci: "CircleCI"
    case .jenkins: "Jenkins"
    }
  }

  static func found(in root: String) -> [ContinuousIntegration] {
    let file = StartFile(root: root, force: false)
    return allCases.filter { file.exists($0.sign) }
  }

  /// Those whose files are there; where none is, the one that comes with the place where the repository is published.
  static func found(in repository: GitRepository) -> [ContinuousIntegration] {
    let shown = found(in: repository.path)
    guard shown.isEmpty, let forge = repository.address(of: "origin")?.withForge([:]).forge else { return shown }
    return [ContinuousIntegration(forge)]
  }

  private init(_ forge: Report.Repository.Forge) {
    self =
      switch forge {
      case .gitHub: .github
      case .gitLab: .gitlab
      case .bitbucket: .bitbucket
      }
  }

  /// A workflow is a file of its own on GitHub only; elsewhere a job is added to a file that exists, by its owner.
  func step(_ file: StartFile) -> StartStep {
    switch self {
    case .github:
      file.step(Self.workflow, template)
    case .gitlab, .bitbucket, .azure, .circleci, .jenkins:
      .tell(what: "for \(title), add to \(sign)", lines: template)
    }
  }

  /// Whether the repository's files call schemagate there.
  func isSetUp(in root: String) -> Bool {
    let folder = "\(root)/.github/workflows"
    let files: [String]
    switch self {
    case .github:
      files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
    case .gitlab, .bitbucket, .azure, .circleci, .jenkins: files = ["\(root)/\(sign)"]
    }
    return files.contains { path in
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self).contains("schemagate") }
        ?? false
    }
  }

  /// The file of `ci-templates/`.
  private var template: String {
    let bytes =
      switch self {
      case .github: PackageResources.github_actions_yml
      case .gitlab: PackageResources.gitlab_ci_yml
      case .bitbucket: PackageResources.bitbucket_pipelines_yml
      case .azure: PackageResources.azure_pipelines_yml
      case .circleci: PackageResources.circleci_config_yml
      case .jenkins: PackageResources.Jenkinsfile
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
