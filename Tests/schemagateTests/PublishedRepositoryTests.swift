import SchemagateModel
import Testing

@testable import schemagate

@Suite("Which forge serves a repository")
struct PublishedRepositoryTests {
  private func forge(_ host: String, _ environment: [String: String] = [:]) -> Report.Repository.Forge? {
    Report.Repository(host: host, path: "acme/shop").withForge(environment).forge
  }

  @Test(
    "is told by the host's name",
    arguments: [
      ("github.com", Report.Repository.Forge.gitHub), ("acme.ghe.com", .gitHub), ("gitlab.gnome.org", .gitLab),
      ("bitbucket.org", .bitbucket), ("bitbucket.acme.com", .bitbucket), ("git.acme.com", nil),
      ("notgithub.example", nil),
    ])
  func names(_ host: String, _ expected: Report.Repository.Forge?) { #expect(forge(host) == expected) }

  @Test("or by the CI system, which speaks for its own host only")
  func variables() {
    #expect(forge("git.acme.com", ["GITHUB_SERVER_URL": "https://git.acme.com:8443"]) == .gitHub)
    #expect(forge("git.acme.com", ["GITLAB_CI": "true", "CI_SERVER_HOST": "Git.acme.com"]) == .gitLab)
    #expect(forge("git.acme.com", ["GITHUB_SERVER_URL": "https://github.com"]) == nil)
    #expect(forge("gitlab.com", ["GITHUB_SERVER_URL": "https://github.com"]) == .gitLab)
  }
}
