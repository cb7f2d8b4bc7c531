import GitSource
import TestSupport
import Testing

@Suite("Finding where two branches parted")
struct HistoryTests {
  @Test("The merge base is Git's")
  func mergeBase() throws {
    let source = try Self.forked()
    let repository = try source.open()
    let (main, work) = (try repository.commit(named: "main"), try repository.commit(named: "work"))
    #expect(try repository.mergeBase(of: main, and: work).id == (try source.git(["merge-base", "main", "work"])))
    #expect(try repository.isAncestor(repository.commit(named: "main~3"), of: work))
    #expect(try !repository.isAncestor(main, of: work))
    #expect(try repository.isAncestor(main, of: main))
  }

  @Test("Histories that share nothing are told apart from a clone that is cut short")
  func unrelated() throws {
    let source = try Self.forked()
    try source.git(["checkout", "--quiet", "--orphan", "island"])
    try source.commit()
    let repository = try source.open()
    let (main, island) = (try repository.commit(named: "main"), try repository.commit(named: "island"))
    #expect(throws: GitError.unrelatedHistories(base: main.id, head: island.id)) {
      try repository.mergeBase(of: main, and: island)
    }
  }

  @Test("A shallow clone without the merge base asks for the whole history")
  func cutOff() throws {
    let clone = try TemporaryClone(of: Self.forked(), ["--depth", "2", "--no-single-branch"])
    let repository = try clone.open()
    #expect(repository.isShallow)
    let (main, work) = (try repository.commit(named: "origin/main"), try repository.commit(named: "origin/work"))
    let error = try #require(throws: GitError.self) { try repository.mergeBase(of: main, and: work) }
    #expect(error == .mergeBaseCutOff(base: main.id, head: work.id))
    let remedy = try #require(error.report.try)
    #expect(remedy.contains("git fetch --unshallow") && remedy.contains("fetch-depth: 0"))
    #expect(try GitProgram.run(["fetch", "--quiet", "--unshallow"], in: clone.path).status == 0)
    let mended = try clone.open()
    #expect(try mended.mergeBase(of: main, and: work).summary == "two")
  }

  @Test("A shallow clone that holds the merge base finds it, at the very edge too", arguments: [3, 4, 5, 6])
  func insideTheDepth(depth: Int) throws {
    let clone = try TemporaryClone(of: Self.forked(), ["--depth", "\(depth)", "--no-single-branch"])
    let expected = try GitProgram.run(["merge-base", "origin/main", "origin/work"], in: clone.path)
    let repository = try clone.open()
    let (main, work) = (try repository.commit(named: "origin/main"), try repository.commit(named: "origin/work"))
    guard expected.status == 0 else {
      #expect(throws: GitError.mergeBaseCutOff(base: main.id, head: work.id)) {
        try repository.mergeBase(of: main, and: work)
      }
      return
    }
    #expect(try repository.mergeBase(of: main, and: work).id == expected.output)
  }

  @Test("A checkout of depth 2 knows the parents of the merge commit that it holds")
  func depthTwo() throws {
    let source = try Self.forked()
    try source.git(["merge", "--quiet", "--no-edit", "work"])
    let clone = try TemporaryClone(of: source, ["--depth", "2"])
    let repository = try clone.open()
    let head = try repository.commit(named: "HEAD")
    let base = try repository.commit(named: head.parents[0])
    #expect(try repository.mergeBase(of: base, and: head).id == base.id)
    #expect(try repository.isAncestor(base, of: head))
  }

  @Test("A commit before the edge of a shallow clone asks for the whole history")
  func beforeTheEdge() throws {
    let clone = try TemporaryClone(of: Self.forked(), ["--depth", "1"])
    #expect(throws: GitError.historyCutShort(name: "HEAD~2")) { try clone.open().commit(named: "HEAD~2") }
    let error = try #require(throws: GitError.self) { try clone.open().commit(named: "origin/release") }
    #expect(error.report.try?.contains("git fetch origin release:refs/remotes/origin/release") == true)
    #expect(error.report.try?.contains("fetch-depth: 0") == true)
    let option = try #require(throws: GitError.self) { try clone.open().commit(named: "--upload-pack=x") }
    #expect(option.report.try?.contains("git fetch -- origin '--upload-pack=x:refs/") == true)
  }

  /// `main` and `work` part after "two"; main has three commits more, work two.
  private static func forked() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    func add(_ names: String...) throws {
      for name in names {
        try repository.write(name, name)
        try repository.commit(name)
      }
    }
    try add("one", "two")
    try repository.git(["checkout", "--quiet", "-b", "work"])
    try add("w1", "w2")
    try repository.git(["checkout", "--quiet", "main"])
    try add("m1", "m2", "m3")
    return repository
  }
}
