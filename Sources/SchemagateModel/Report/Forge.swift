extension Report.Repository.Forge {
  /// What the host's name tells: `github.com`, `gitlab.gnome.org`, `github.acme.com`. An unknown host is none, since a
  /// wrong link is worse than none.
  package init?(host: String) {
    let labels = host.lowercased().split(separator: ".")
    if labels.contains("github") || host.lowercased().hasSuffix(".ghe.com") {
      self = .gitHub
    } else if labels.contains("gitlab") {
      self = .gitLab
    } else if labels.contains("bitbucket") {
      self = .bitbucket
    } else {
      return nil
    }
  }
}
