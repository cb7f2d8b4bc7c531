import Foundation
import GitSource
import TestSupport
import Testing

@Suite("Uncommitted files as head")
struct WorkTreeTests {
  @Test("Staged, unstaged, new, deleted and ignored files count as Git counts them, and nothing is written")
  func everything() throws {
    let source = try Self.repository()
    try source.write("unstaged", "2")
    try source.write("staged", "2")
    try source.write("both", "2")
    try source.git(["add", "staged", "both"])
    try source.write("both", "3")
    try source.write("new/deep/file", "n")
    try source.write("added", "a")
    try source.git(["add", "added"])
    try source.write("x.ignored", "no")
    try source.remove("deleted")
    try source.git(["rm", "--quiet", "deleted-staged"])
    try source.git(["rm", "--quiet", "--cached", "untracked-again"])
    try source.git(["mv", "moved", "moved-to"])
    try source.remove("turns")
    try source.write("turns/into", "folder")
    try expectGitsTree(source)
  }

  @Test("Modes and symbolic links count, and a clean tree is head's own")
  func modes() throws {
    let source = try Self.repository()
    let head = try source.open().commit(named: "HEAD")
    #expect(try source.open().workTree(over: head) == head.tree)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: source.path + "/both")
    try FileManager.default.createSymbolicLink(atPath: source.path + "/link", withDestinationPath: "both")
    try source.remove("staged")
    try FileManager.default.createSymbolicLink(atPath: source.path + "/staged", withDestinationPath: "both")
    try expectGitsTree(source)
  }

  @Test("Line endings are stored as Git would store them")
  func lineEndings() throws {
    let source = try Self.repository()
    try source.write(".gitattributes", "*.sql text\n")
    try source.write("windows.sql", "one\r\ntwo\r\n")
    try expectGitsTree(source)
  }

  @Test("A repository without a commit has a work tree too")
  func unborn() throws {
    let source = try TemporaryRepository()
    try source.write("db/1.sql", "1")
    let repository = try source.open()
    #expect(try repository.listing(of: repository.workTree(over: nil)) == ["db/1.sql"])
  }

  @Test("A repository inside the work tree stays outside")
  func nested() throws {
    let source = try Self.repository()
    try source.git(["init", "--quiet", "inner"])
    try source.write("inner/file", "x")
    let repository = try source.open()
    let head = try repository.commit(named: "HEAD")
    #expect(try repository.workTree(over: head) == head.tree)
  }

  @Test("A file that a sparse checkout leaves out keeps its changes in the index")
  func sparse() throws {
    let source = try Self.repository()
    try source.write("far/away", "1")
    try source.commit()
    try source.write("far/away", "2")
    try source.git(["add", "far/away"])
    try source.git(["update-index", "--skip-worktree", "far/away"])
    try source.remove("far")
    let repository = try source.open()
    let tree = try repository.workTree(over: repository.commit(named: "HEAD"))
    #expect(try repository.read("far/away", in: tree)?.text == "2")
  }

  /// `git add --all` in a copy of the index, then `git write-tree`: Git's own idea of the same tree.
  private func expectGitsTree(_ source: TemporaryRepository) throws {
    let before = try source.storedBytes()
    let repository = try source.open()
    let tree = try repository.workTree(over: repository.commit(named: "HEAD"))
    #expect(try source.storedBytes() == before)
    let place = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: source.path + "/.git/index", toPath: place.path + "/index")
    let environment = ["GIT_INDEX_FILE": place.path + "/index"]
    try #require(GitProgram.run(["add", "--all"], in: source.path, environment: environment).status == 0)
    let expected = try GitProgram.run(["write-tree"], in: source.path, environment: environment).output
    #expect(tree.hex == expected)
  }

  private static func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write(".gitignore", "*.ignored\n")
    for path in ["unstaged", "staged", "both", "deleted", "deleted-staged", "untracked-again", "moved", "turns"] {
      try repository.write(path, "contents of \(path)\n")
    }
    try repository.commit()
    return repository
  }
}
