import GitSource
import TestSupport
import Testing

/// `git merge-tree --write-tree` is the oracle: the same inputs, or a conflict in the same places.
@Suite("Merging base and head in memory")
struct MergeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What each side does to the files below; `nil` deletes, `>path` moves.
    let base: [String: String?]
    let head: [String: String?]
    var how: MergeResult.How = .inputs
    var conflicts: [String] = []
  }

  static let long = (1...20).map { "line \($0)\n" }.joined()
  static func edited(_ line: Int) -> String { long.replacing("line \(line)\n", with: "edited \(line)\n") }

  static let cases = [
    Case(testDescription: "each side adds a migration", base: ["db/3.sql": "3"], head: ["db/4.sql": "4"]),
    Case(testDescription: "base changed elsewhere only", base: ["app/x": "new"], head: ["db/4.sql": "4"]),
    Case(
      testDescription: "two places of one file", base: ["db/1.sql": edited(2)], head: ["db/1.sql": edited(18)]),
    Case(
      testDescription: "the same change on both sides", base: ["db/1.sql": edited(2), "app/x": "b"],
      head: ["db/1.sql": edited(2)]),
    Case(
      testDescription: "the same line of one file", base: ["db/1.sql": edited(2)],
      head: ["db/1.sql": long.replacing("line 2\n", with: "other\n")], conflicts: ["db/1.sql"]),
    Case(
      testDescription: "both add one name", base: ["db/3.sql": "base"], head: ["db/3.sql": "head"],
      conflicts: ["db/3.sql"]),
    Case(
      testDescription: "edited and deleted", base: ["db/1.sql": edited(2)], head: ["db/1.sql": nil],
      conflicts: ["db/1.sql"]),
    Case(
      testDescription: "renamed inside, edited on the other side", base: ["db/1.sql": edited(2)],
      head: ["db/1.sql": ">db/9.sql"]),
    Case(
      testDescription: "renamed to two names", base: ["db/1.sql": ">db/8.sql"], head: ["db/1.sql": ">db/9.sql"],
      conflicts: ["db/1.sql", "db/8.sql", "db/9.sql"]),
    Case(
      testDescription: "renamed out of the inputs, edited on the other side", base: ["db/1.sql": edited(2)],
      head: ["db/1.sql": ">app/moved"], how: .whole),
    Case(
      testDescription: "renamed into the inputs, edited on the other side", base: ["app/long": edited(2)],
      head: ["app/long": ">db/9.sql"], how: .whole),
    Case(
      testDescription: "moved into the inputs, untouched on the other side", base: ["db/3.sql": "3"],
      head: ["app/long": ">db/9.sql"]),
    Case(
      testDescription: "a conflict elsewhere", base: ["app/x": "base", "db/3.sql": "3"],
      head: ["app/x": "head", "db/4.sql": "4"]),
    Case(
      testDescription: "a conflict elsewhere and a rename across the edge",
      base: ["app/x": "base", "app/long": edited(2)],
      head: ["app/x": "head", "app/long": ">db/9.sql"], how: .whole),
    Case(
      testDescription: "the folder deleted on one side", base: ["db/1.sql": nil, "db/2.sql": nil],
      head: ["app/x": "head"]),
    Case(
      testDescription: "an input file outside the folders", base: ["gate.yml": "version: 1\n"], head: ["db/3.sql": "3"]),
    Case(
      testDescription: "the folder becomes a file", base: ["app/x": "base"],
      head: ["db/1.sql": nil, "db/2.sql": nil, "db": "file"]),
    Case(
      testDescription: "added to a folder that was moved away",
      base: ["db/1.sql": ">sql/1.sql", "db/2.sql": ">sql/2.sql"],
      head: ["db/3.sql": "3"], conflicts: ["db/3.sql"]),
    Case(
      testDescription: "added to a folder that was moved into the inputs",
      base: ["app/x": ">db/app/x", "app/long": ">db/app/long"],
      head: ["app/y": "y"], conflicts: ["db/app/y"]),
  ]

  @Test("The inputs are what Git's own merge makes of them", arguments: cases)
  func merge(example: Case) throws {
    let source = try Self.repository(example)
    let repository = try source.open()
    let inputs = ["db", "db/migrations", "gate.yml", "absent"]
    let (base, head) = (try repository.commit(named: "main"), try repository.commit(named: "work"))
    let result = try repository.merge(
      base: base, head: head, mergeBase: repository.mergeBase(of: base, and: head), inputs: inputs)
    #expect(result.how == example.how)
    #expect(result.conflicts == example.conflicts)
    let oracle = try GitProgram.run(["merge-tree", "--write-tree", "--name-only", "main", "work"], in: source.path)
    try expect(result, in: repository, agreesWith: oracle, source)
  }

  private func expect(
    _ result: MergeResult, in repository: GitRepository, agreesWith oracle: (status: Int32, output: String),
    _ source: TemporaryRepository
  ) throws {
    let lines = oracle.output.split(separator: "\n", omittingEmptySubsequences: false)
    let theirs = lines.dropFirst().prefix { !$0.isEmpty }.filter { $0.hasPrefix("db/") || $0 == "gate.yml" }
    let elsewhere = lines.dropFirst().prefix { !$0.isEmpty }.filter { $0.hasPrefix("sql/") }
    #expect(result.conflicts.isEmpty == (theirs.isEmpty && elsewhere.isEmpty))
    guard result.conflicts.isEmpty else { return }
    for input in ["db", "gate.yml"] {
      let expected = try GitProgram.run(["rev-parse", "--verify", "--quiet", "\(lines[0]):\(input)"], in: source.path)
      #expect(try repository.object(at: input, in: result.tree) == (expected.status == 0 ? expected.output : nil))
    }
  }

  @Test("Nothing at all is written into the repository by a merge")
  func writesNothing() throws {
    for example in Self.cases {
      let source = try Self.repository(example)
      let before = try source.storedBytes()
      let repository = try source.open()
      let (base, head) = (try repository.commit(named: "main"), try repository.commit(named: "work"))
      let parted = try repository.mergeBase(of: base, and: head)
      let result = try repository.merge(base: base, head: head, mergeBase: parted, inputs: ["db"])
      #expect(try !repository.listing(of: result.tree).isEmpty)
      #expect(try source.storedBytes() == before)
    }
  }

  @Test("No merge is made where one side holds the other")
  func fastForward() throws {
    let source = try Self.repository(Case(testDescription: "", base: [:], head: ["db/3.sql": "3"]))
    try source.git(["reset", "--quiet", "--hard", "work~1"])
    let repository = try source.open()
    let (main, work) = (try repository.commit(named: "main"), try repository.commit(named: "work"))
    let ahead = try repository.merge(base: main, head: work, mergeBase: main, inputs: ["db"])
    #expect(ahead.tree == work.tree && ahead.conflicts.isEmpty && ahead.how == .fastForward)
    let behind = try repository.merge(base: work, head: main, mergeBase: main, inputs: ["db"])
    #expect(behind.tree == work.tree && behind.conflicts.isEmpty && behind.how == .fastForward)
  }

  @Test("Branches that were merged both ways are merged as Git merges them")
  func crissCross() throws {
    let source = try TemporaryRepository()
    try source.write("db/1.sql", Self.long)
    try source.commit()
    try source.git(["checkout", "--quiet", "-b", "work"])
    try source.write("db/1.sql", Self.edited(2))
    try source.commit()
    try source.git(["checkout", "--quiet", "main"])
    try source.write("db/1.sql", Self.edited(18))
    try source.commit()
    let (main, work) = (try source.git(["rev-parse", "main"]), try source.git(["rev-parse", "work"]))
    try source.git(["merge", "--quiet", "--no-edit", work])
    try source.git(["checkout", "--quiet", "work"])
    try source.git(["merge", "--quiet", "--no-edit", main])
    try source.write("db/2.sql", "2")
    try source.commit()
    let repository = try source.open()
    let (base, head) = (try repository.commit(named: "main"), try repository.commit(named: "work"))
    let parted = try repository.mergeBase(of: base, and: head)
    let result = try repository.merge(base: base, head: head, mergeBase: parted, inputs: ["db"])
    #expect(result.how == .whole)
    #expect(result.tree.hex == (try source.git(["merge-tree", "--write-tree", "main", "work"])))
  }

  private static func repository(_ example: Case) throws -> TemporaryRepository {
    let source = try TemporaryRepository()
    for (path, text) in ["db/1.sql": long, "db/2.sql": "two\n", "app/x": "x\n", "app/long": long + "app\n"] {
      try source.write(path, text)
    }
    try source.commit()
    try source.git(["checkout", "--quiet", "-b", "work"])
    try change(source, example.head)
    try source.git(["checkout", "--quiet", "main"])
    try change(source, example.base)
    return source
  }

  private static func change(_ source: TemporaryRepository, _ changes: [String: String?]) throws {
    for (path, text) in changes where text == nil { try source.remove(path) }
    if changes["db"] != nil { try source.remove("db") }
    for (path, text) in changes {
      guard let text else { continue }
      if text.hasPrefix(">") {
        let old = try source.git(["show", "HEAD:\(path)"])
        try source.remove(path)
        try source.write(String(text.dropFirst()), old + "\n")
      } else {
        try source.write(path, text)
      }
    }
    try source.commit()
  }
}
