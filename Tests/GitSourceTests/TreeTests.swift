import Foundation
import GitSource
import SchemagateModel
import TestSupport
import Testing

@Suite("Reading the files of a revision")
struct TreeTests {
  @Test("The listing is Git's, and files are read with their ids")
  func listing() throws {
    let source = try TemporaryRepository()
    for path in ["a/b/c.sql", "a/d.sql", "a.sql", "ä ö/\u{1F600}.sql", "-x", "q\"uote\nline"] {
      try source.write(path, "contents of \(path)")
    }
    let head = try source.commit()
    let repository = try source.open()
    let tree = try repository.commit(named: head).tree
    let expected = try source.git(["ls-tree", "-r", "-z", "--name-only", "HEAD"]).split(separator: "\0").map(
      String.init)
    #expect(try repository.listing(of: tree) == expected)
    let files = try repository.files(in: tree) { $0.hasSuffix(".sql") }
    #expect(files.paths == ["a.sql", "a/b/c.sql", "a/d.sql", "ä ö/\u{1F600}.sql"])
    #expect(files.files["a/d.sql"]?.text == "contents of a/d.sql")
    #expect(files.files["a/d.sql"]?.contentID == (try source.git(["rev-parse", "HEAD:a/d.sql"])))
    #expect(try repository.files(at: ["a", "-x", "absent"], in: tree).paths == ["-x", "a/b/c.sql", "a/d.sql"])
    #expect(try repository.read("a", in: tree) == nil)
  }

  @Test("Symbolic links, and names that aren't UTF-8, are named and not read")
  func unreadable() throws {
    let source = try TemporaryRepository()
    try source.write("real/x.sql", "x")
    try FileManager.default.createSymbolicLink(atPath: source.path + "/link", withDestinationPath: "real")
    try source.commit()
    let repository = try source.open()
    let head = try repository.commit(named: "HEAD")
    #expect(try repository.files(at: ["link"], in: head.tree).unreadable == ["link": "it is a symbolic link"])
    #expect(
      try repository.files(at: ["link/x.sql"], in: head.tree).unreadable == ["link/x.sql": "link is a symbolic link"])
    let odd = try commitOfNames([[0x6D, 0xFF, 0x2E, 0x73]], in: source)
    let files = try repository.files(at: [""], in: repository.commit(named: odd).tree)
    #expect(files.unreadable == ["m\u{FFFD}.s": "its name is not UTF-8"])
    #expect(files.files.isEmpty)
  }

  @Test("Two names that differ only in their Unicode spelling don't hide each other silently")
  func spellings() throws {
    let source = try TemporaryRepository()
    let commit = try commitOfNames([Array("e\u{301}".utf8), Array("\u{E9}".utf8)], in: source)
    let repository = try source.open()
    let files = try repository.files(at: [""], in: repository.commit(named: commit).tree)
    #expect(files.files.count == 1)
    #expect(files.unreadable.count == 1)
  }

  @Test("Equal ids say that nothing changed, without a walk")
  func ids() throws {
    let source = try TemporaryRepository()
    try source.write("db/1.sql", "1")
    try source.write("app/x", "x")
    try source.commit()
    try source.write("app/x", "y")
    try source.commit()
    let repository = try source.open()
    let (old, new) = (try repository.commit(named: "HEAD~1").tree, try repository.commit(named: "HEAD").tree)
    #expect(try repository.object(at: "db", in: old) == repository.object(at: "db", in: new))
    #expect(try repository.object(at: "app", in: old) != repository.object(at: "app", in: new))
    #expect(try repository.object(at: "", in: new) == new.hex)
    #expect(try repository.object(at: "absent/x", in: new) == nil)
    #expect(try repository.object(at: "app/x/y", in: new) == nil)
    #expect(try repository.object(at: "db", in: new) == (try source.git(["rev-parse", "HEAD:db"])))
  }

  @Test("Changed paths are Git's, where files become folders too")
  func changes() throws {
    let source = try TemporaryRepository()
    for path in ["a", "b/x", "b/y", "b-c", "c/d/e", "same/z", "swap/in", "turn"] { try source.write(path, path) }
    try source.commit()
    for path in ["a", "b/x", "c", "swap", "turn"] { try source.remove(path) }
    for path in ["b/x", "c/d", "new/f", "swap", "turn/over"] { try source.write(path, "new") }
    try source.commit()
    let repository = try source.open()
    let (old, new) = (try repository.commit(named: "HEAD~1").tree, try repository.commit(named: "HEAD").tree)
    let ours = try repository.changedPaths(from: old, to: new).map { change in
      let letter =
        switch change.kind {
        case .added: "A"
        case .removed: "D"
        case .modified: "M"
        }
      return "\(letter)\t\(change.path)"
    }
    let git = try source.git(["diff-tree", "-r", "--name-status", "--no-renames", "HEAD~1", "HEAD"])
    #expect(ours.sorted() == git.split(separator: "\n").map(String.init).sorted())
    #expect(try repository.changedPaths(from: .empty, to: old).count == 8)
    #expect(try repository.changedPaths(from: old, to: old).isEmpty)
  }

  /// A commit whose root holds empty files with these names, which no file system call could make everywhere.
  private func commitOfNames(_ names: [[UInt8]], in source: TemporaryRepository) throws -> String {
    try source.write("empty", "")
    let blob = try source.git(["hash-object", "-w", "empty"])
    var listing = Data()
    for name in names { listing += Data("100644 blob \(blob)\t".utf8) + Data(name) + Data([0]) }
    let file = source.folder.url.appendingPathComponent("listing")
    try listing.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", source.path, "mktree", "-z"]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let tree = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return try source.git(["commit-tree", "-m", "odd", tree.trimmingCharacters(in: .newlines)])
  }
}
