import GitSource
import SchemagateModel
import Testing

@Suite("Telling from a remote's URL where the repository is published")
struct RemoteURLTests {
  @Test(
    "Host and path are found in every form, without credentials",
    arguments: [
      ("https://github.com/acme/shop.git", "github.com", "acme/shop"),
      ("https://user:secret@GitHub.com/acme/shop", "github.com", "acme/shop"),
      ("https://x-access-token:a%40b@github.com:443/acme/shop.git/", "github.com", "acme/shop"),
      ("ssh://git@gitlab.example.org:2222/group/sub/shop.git", "gitlab.example.org", "group/sub/shop"),
      ("git@github.com:acme/shop.git", "github.com", "acme/shop"),
      ("github.com:/acme/shop", "github.com", "acme/shop"),
      ("git://example.org/shop.git", "example.org", "shop"),
      ("ssh://git@[::1]:22/acme/shop", "[::1]", "acme/shop"),
    ])
  func published(url: String, host: String, path: String) {
    #expect(RemoteURL.address(url) == Report.Repository(host: host, path: path))
  }

  @Test(
    "A path on this machine is published nowhere",
    arguments: ["/srv/git/shop.git", "../shop", "file:///srv/shop", "./a:b", "https://github.com", ""])
  func local(url: String) { #expect(RemoteURL.address(url) == nil) }
}
