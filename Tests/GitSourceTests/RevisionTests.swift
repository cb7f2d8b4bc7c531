import GitSource
import TestSupport
import Testing

@Suite("Finding the commit that a revision names")
struct RevisionTests {
  @Test(
    "Every spelling that Git knows leads to the commit that Git finds",
    arguments: [
      "main", "refs/heads/main", "light", "annotated", "origin/elsewhere", "HEAD", "@", "HEAD~2", "HEAD^", "main~1^0",
      "feature/deep", "HEAD^{tree}^{commit}", "@{-1}", "nested-tag",
    ])
  func spellings(name: String) throws {
    let repository = try Self.repository()
    let expected = try GitProgram.run(["rev-parse", "--verify", name + "^{commit}"], in: repository.path)
    guard expected.status == 0 else {
      #expect(throws: GitError.self) { try repository.open().commit(named: name) }
      return
    }
    #expect(try repository.open().commit(named: name).id == expected.output)
  }

  @Test("Full and short ids are found, packed or not, and a detached HEAD too")
  func ids() throws {
    let repository = try Self.repository()
    let id = try repository.git(["rev-parse", "HEAD~1"])
    try repository.git(["checkout", "--quiet", "--detach", id])
    for pack in [false, true] {
      if pack { try repository.git(["gc", "--quiet"]) }
      #expect(try repository.open().commit(named: id).id == id)
      #expect(try repository.open().commit(named: String(id.prefix(9))).id == id)
      #expect(try repository.open().commit(named: "HEAD").id == id)
      #expect(try repository.open().commit(named: "feature/deep").summary == "third")
    }
  }

  @Test("A full id names that commit even where a branch has the same name")
  func branchNamedLikeAnID() throws {
    let repository = try Self.repository()
    let id = try repository.git(["rev-parse", "HEAD~1"])
    try repository.git(["update-ref", "refs/heads/\(id)", "HEAD"])
    #expect(try repository.open().commit(named: id).id == id)
  }

  @Test("A commit carries its tree, parents, time and summary")
  func facts() throws {
    let repository = try Self.repository()
    let commit = try repository.open().commit(named: "main")
    #expect(commit.tree.hex == (try repository.git(["rev-parse", "main^{tree}"])))
    #expect(commit.parents == [try repository.git(["rev-parse", "main~1"])])
    #expect(String(commit.time) == (try repository.git(["log", "-1", "--format=%ct", "main"])))
    #expect(commit.summary == "third")
  }

  @Test("An unknown revision is answered with the fetch that brings it")
  func unknown() throws {
    let repository = try Self.repository()
    try repository.git(["remote", "add", "upstream", "https://example.org/a/b.git"])
    let error = try #require(throws: GitError.self) { try repository.open().commit(named: "upstream/release") }
    #expect(error == .unknownRevision(name: "upstream/release", remotes: ["upstream"], isShallow: false))
    #expect(error.report.try == "git fetch upstream release:refs/remotes/upstream/release")
  }

  @Test("What isn't a commit is said to be none")
  func notACommit() throws {
    let repository = try Self.repository()
    try repository.git(["tag", "blob", try repository.git(["rev-parse", "HEAD:a"])])
    #expect(throws: GitError.notACommit(name: "blob")) { try repository.open().commit(named: "blob") }
  }

  @Test("A repository without a commit says so")
  func unborn() throws {
    let repository = try TemporaryRepository()
    #expect(throws: GitError.noCommits(branch: "main")) { try repository.open().commit(named: "HEAD") }
    #expect(throws: GitError.noCommits(branch: "main")) { try repository.open().commit(named: "main") }
  }

  private static func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    for (index, message) in ["first", "second", "third"].enumerated() {
      try repository.write("a", "\(index)")
      try repository.commit(message)
    }
    try repository.git(["tag", "light", "HEAD~1"])
    try repository.git(["tag", "--annotate", "-m", "x", "annotated", "HEAD~2"])
    try repository.git(["tag", "--annotate", "-m", "x", "nested-tag", "annotated"])
    try repository.git(["update-ref", "refs/remotes/origin/elsewhere", "HEAD~1"])
    try repository.git(["branch", "feature/deep"])
    return repository
  }
}
