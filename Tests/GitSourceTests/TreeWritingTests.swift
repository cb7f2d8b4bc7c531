import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import GitSource

@Suite("writing a private copy")
struct TreeWritingTests {
  @Test("gives every file with its bytes and its right to run, links as links, and leaves the repository alone")
  func copies() throws {
    let repository = try TemporaryRepository()
    try repository.write("bin/migrate", "#!/bin/sh\n")
    try repository.write("db/ünï/1.rb", "crlf\r\n")
    try FileManager.default.createSymbolicLink(atPath: repository.path + "/link", withDestinationPath: "/etc/passwd")
    chmod(repository.path + "/bin/migrate", 0o755)
    let commit = try repository.commit()
    let git = try GitRepository(at: repository.path, environment: [:])
    let target = try TemporaryFolder()
    #expect(try git.write(git.commit(named: commit).tree, to: target.path).isEmpty)
    #expect(try String(contentsOfFile: target.path + "/db/ünï/1.rb", encoding: .utf8) == "crlf\r\n")
    #expect(access(target.path + "/bin/migrate", X_OK) == 0 && access(target.path + "/db/ünï/1.rb", F_OK) == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: target.path + "/link") == "/etc/passwd")
    #expect(!FileManager.default.fileExists(atPath: target.path + "/.git"))
    #expect(try repository.git(["status", "--porcelain"]).isEmpty)
  }

  @Test("writes a merge that exists in memory only")
  func merged() throws {
    let repository = try TemporaryRepository()
    try repository.write("a", "a")
    let start = try repository.commit()
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write("b", "b")
    let head = try repository.commit()
    try repository.git(["checkout", "--quiet", "main"])
    try repository.write("c", "c")
    let base = try repository.commit()
    let git = try GitRepository(at: repository.path, environment: [:])
    let merge = try git.merge(
      base: git.commit(named: base), head: git.commit(named: head), mergeBase: git.commit(named: start), inputs: [""])
    let target = try TemporaryFolder()
    #expect(try git.write(merge.tree, to: target.path).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() == ["a", "b", "c"])
  }

  @Test("says what only a checkout would hold: submodules, and files of Git LFS")
  func lacking() throws {
    let repository = try TemporaryRepository()
    try repository.write("db/rows.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    let first = try repository.commit()
    try repository.git(["update-index", "--add", "--cacheinfo", "160000,\(first),vendor/lib"])
    try repository.git(["commit", "--quiet", "--message", "submodule"])
    let git = try GitRepository(at: repository.path, environment: [:])
    let target = try TemporaryFolder()
    let lacking = try git.write(git.commit(named: "HEAD").tree, to: target.path)
    #expect(lacking.keys.sorted() == ["db/rows.bin", "vendor/lib"])
    #expect(lacking["vendor/lib"]?.hasPrefix("a submodule") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target.path + "/vendor/lib").isEmpty)
  }

  @Test("refuses to write over what is there")
  func notTwice() throws {
    let repository = try TemporaryRepository()
    try repository.write("a", "a")
    let commit = try repository.commit()
    let git = try GitRepository(at: repository.path, environment: [:])
    let target = try TemporaryFolder()
    #expect(try git.write(git.commit(named: commit).tree, to: target.path).isEmpty)
    #expect(throws: GitError.self) { try git.write(git.commit(named: commit).tree, to: target.path) }
  }
}
