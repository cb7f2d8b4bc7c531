import Foundation
import GitSource
import TestSupport
import Testing

@Suite("Opening every kind of repository")
struct OpeningTests {
  @Test("A folder inside the work tree leads to its repository")
  func folderInside() throws {
    let source = try Self.repository()
    let opened = try GitRepository(at: source.path + "/db/migrations", environment: [:])
    #expect(opened.path == (try source.git(["rev-parse", "--show-toplevel"])))
  }

  @Test("A linked work tree has its own HEAD and the shared hooks")
  func linkedWorkTree() throws {
    let source = try Self.repository()
    let place = try TemporaryFolder()
    try source.git(["branch", "other", "HEAD~1"])
    try source.git(["worktree", "add", "--quiet", place.path + "/linked", "other"])
    let opened = try GitRepository(at: place.path + "/linked", environment: [:])
    #expect(try opened.commit(named: "HEAD").id == (try source.git(["rev-parse", "other"])))
    #expect(opened.hooksPath == source.path + "/.git/hooks")
    #expect(try opened.workTree(over: opened.commit(named: "HEAD")) == opened.commit(named: "HEAD").tree)
  }

  @Test("A bare repository is read, and has no uncommitted files")
  func bare() throws {
    let source = try Self.repository()
    let clone = try TemporaryClone(of: source, ["--bare"])
    let opened = try clone.open()
    #expect(try opened.commit(named: "main").id == (try source.git(["rev-parse", "main"])))
    let head = try opened.commit(named: "HEAD")
    #expect(throws: GitError.noWorkTree(path: opened.path)) { try opened.workTree(over: head) }
  }

  @Test("Objects borrowed from another repository are read")
  func alternates() throws {
    let source = try Self.repository()
    let place = try TemporaryFolder()
    try #require(
      GitProgram.run(["clone", "--quiet", "--shared", source.path, place.path + "/clone"], in: place.path).status == 0)
    let opened = try GitRepository(at: place.path + "/clone", environment: [:])
    let head = try opened.commit(named: "HEAD")
    #expect(try opened.read("db/migrations/1.sql", in: head.tree)?.text == "create table a();")
  }

  @Test("A submodule's work tree is a repository of its own, and unreadable from outside")
  func submodule() throws {
    let (inner, outer) = (try Self.repository(), try Self.repository())
    try outer.git(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file://" + inner.path, "sub"])
    try outer.commit()
    let opened = try outer.open()
    let head = try opened.commit(named: "HEAD")
    #expect(try opened.files(at: ["sub"], in: head.tree).unreadable == ["sub": "it is a submodule"])
    let below = try opened.files(at: ["sub/db/migrations"], in: head.tree)
    #expect(below.unreadable == ["sub/db/migrations": "sub is a submodule"])
    #expect(try opened.listing(of: head.tree).contains("sub"))
    let nested = try GitRepository(at: outer.path + "/sub", environment: [:])
    #expect(try nested.commit(named: "HEAD").id == (try inner.git(["rev-parse", "HEAD"])))
  }

  @Test("Sparse checkouts open, although they use an extension of the format")
  func sparse() throws {
    let source = try Self.repository()
    try source.git(["sparse-checkout", "set", "--cone", "other"])
    let opened = try source.open()
    let head = try opened.commit(named: "HEAD")
    #expect(try opened.workTree(over: head) == head.tree)
  }

  @Test("No repository, and no such folder, are two answers")
  func nothing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GitError.notARepository(path: folder.path)) {
      try GitRepository(at: folder.path, environment: ["GIT_CEILING_DIRECTORIES": "/tmp"])
    }
    #expect(throws: GitError.folderMissing(path: folder.path + "/no")) {
      try GitRepository(at: folder.path + "/no", environment: [:])
    }
  }

  @Test("A repository with SHA-256 ids, or with an unknown extension, is named as such")
  func unsupported() throws {
    let modern = try TemporaryRepository(arguments: ["--object-format=sha256"])
    #expect(throws: GitError.unsupportedHash(path: modern.path)) { try modern.open() }
    let odd = try TemporaryRepository()
    try odd.git(["config", "core.repositoryFormatVersion", "1"])
    try odd.git(["config", "extensions.futureThing", "true"])
    #expect(throws: GitError.unsupportedExtension(path: odd.path, name: "futurething")) { try odd.open() }
  }

  @Test("A damaged repository is said to be damaged")
  func damaged() throws {
    let source = try Self.repository()
    let id = try source.git(["rev-parse", "HEAD:db/migrations/1.sql"])
    let object = source.folder.url.appendingPathComponent(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    try FileManager.default.removeItem(at: object)
    let opened = try source.open()
    let head = try opened.commit(named: "HEAD")
    let error = try #require(throws: GitError.self) { try opened.files(at: ["db"], in: head.tree) }
    guard case .damaged(_, let detail) = error else {
      Issue.record("not .damaged but \(error)")
      return
    }
    #expect(detail.contains(id))
    #expect(error.report.try == "see what is wrong: git fsck --full")
  }

  @Test("What a partial clone left out is named, and the offered command brings it")
  func partialClone() throws {
    let source = try Self.repository()
    try source.git(["config", "uploadpack.allowFilter", "true"])
    let clone = try TemporaryClone(of: source, ["--filter=blob:none", "--no-checkout"])
    let opened = try clone.open()
    let head = try opened.commit(named: "HEAD")
    #expect(try opened.listing(of: head.tree) == ["db/migrations/1.sql", "other/x"])
    let error = try #require(throws: GitError.self) { try opened.files(at: ["db"], in: head.tree) }
    let id = try source.git(["rev-parse", "HEAD:db/migrations/1.sql"])
    #expect(error == .objectNotFetched(id: id, remote: "origin"))
    let command = try #require(error.report.try).split(separator: " ").dropFirst().map(String.init)
    #expect(try GitProgram.run(command, in: clone.path).status == 0)
    #expect(try clone.open().read("db/migrations/1.sql", in: head.tree)?.text == "create table a();")
  }

  @Test("A partial clone can be merged where no contents are needed for it")
  func partialMerge() throws {
    let source = try Self.repository()
    try source.git(["config", "uploadpack.allowFilter", "true"])
    for (branch, path) in [("one", "db/migrations/2.sql"), ("two", "db/migrations/3.sql")] {
      try source.git(["checkout", "--quiet", "-b", branch, "main"])
      try source.write(path, branch)
      try source.commit()
    }
    let clone = try TemporaryClone(of: source, ["--filter=blob:none", "--no-checkout"])
    let opened = try clone.open()
    let (one, two) = (try opened.commit(named: "origin/one"), try opened.commit(named: "origin/two"))
    let parted = try opened.mergeBase(of: one, and: two)
    let result = try opened.merge(base: one, head: two, mergeBase: parted, inputs: ["db"])
    let paths = ["db/migrations/1.sql", "db/migrations/2.sql", "db/migrations/3.sql", "other/x"]
    #expect(try opened.listing(of: result.tree) == paths)
    #expect(result.tree.hex == (try source.git(["merge-tree", "--write-tree", "one", "two"])))
  }

  @Test("The hooks folder follows core.hooksPath, from the work tree's top")
  func hooks() throws {
    let source = try Self.repository()
    #expect(try source.open().hooksPath == source.path + "/.git/hooks")
    try source.git(["config", "core.hooksPath", "tools/hooks"])
    #expect(try source.open().hooksPath == source.path + "/tools/hooks")
    try source.git(["config", "core.hooksPath", "/opt/hooks"])
    #expect(try source.open().hooksPath == "/opt/hooks")
  }

  @Test("Remotes, their default branch and their address are known")
  func remotes() throws {
    let source = try Self.repository()
    let clone = try TemporaryClone(of: source)
    let opened = try clone.open()
    #expect(opened.remotes == ["origin"])
    #expect(opened.defaultBranch(of: "origin") == "origin/main")
    #expect(opened.address(of: "origin") == nil)
    try source.git(["remote", "add", "origin", "git@github.com:acme/shop.git"])
    let address = try source.open().address(of: "origin")
    #expect(address?.host == "github.com" && address?.path == "acme/shop")
    #expect(try source.open().defaultBranch(of: "origin") == nil)
    try source.git(["remote", "add", "short", "gh:acme/shop"])
    try source.git(["config", "url.https://git.example.org/.insteadOf", "gh:"])
    #expect(try source.open().address(of: "short")?.host == "git.example.org")
  }

  private static func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write("other/x", "x")
    try repository.commit()
    try repository.write("db/migrations/1.sql", "create table a();")
    try repository.commit()
    return repository
  }
}
