import SchemagateModel

extension Report.Repository {
  /// The same with the forge that serves it, as far as the CI system or the host's name tells. A CI system speaks for its
  /// own host only: a mirror may be checked there.
  func withForge(_ environment: [String: String]) -> Self {
    let variables = Variables(environment)
    var result = self
    result.forge = Self.served(by: variables, host: host) ?? Forge(host: host)
    return result
  }

  /// <https://docs.github.com/en/actions/reference/workflows-and-actions/variables>,
  /// <https://docs.gitlab.com/ci/variables/predefined_variables/>; Bitbucket Pipelines run on `bitbucket.org` alone, whose
  /// name tells enough.
  private static func served(by variables: Variables, host: String) -> Forge? {
    if variables["GITHUB_SERVER_URL"].map(Self.host) == host { return .gitHub }
    if variables["CI_SERVER_HOST"]?.lowercased() == host, variables.isTrue("GITLAB_CI") { return .gitLab }
    return nil
  }

  private static func host(_ url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return rest.prefix { $0 != "/" && $0 != ":" }.lowercased()
  }
}
