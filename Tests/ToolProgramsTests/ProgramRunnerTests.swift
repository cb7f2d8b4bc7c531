import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import ToolPrograms

@Suite("a migration tool's program")
struct ProgramRunnerTests {
  @Test("runs in the private copy, with nothing to read, and tells what it printed without saying where")
  func runs() async throws {
    let place = try Place(["note.txt": "hello"])
    let run = try await place.run("cat; cat note.txt; pwd; ls $PWD/note.txt; echo 'at 0x7f00aa11bb22' >&2; exit 3")
    #expect(run.ending == .exited(3))
    #expect(run.output == "hello.\nnote.txt\nat 0x…\n")
  }

  @Test("finds its database in the usual variables, and placeholders filled in words, variables and files")
  func addresses() async throws {
    let run = try await Place().run(
      "echo $DATABASE_URL $PGHOST $PGPORT $PGUSER $PGDATABASE $MINE; cat {files}/own.conf; echo '{other} {}'",
      environment: ["MINE": "{user}@{database}"], files: ["own.conf": "url = {sqlalchemy}\n"])
    let url = "postgresql://app@/scratch?host=%2Frun%2Fpg&port=5433"
    #expect(run.output == "\(url) … 5433 app scratch app@scratch\nurl = \(url)\n{other} {}\n")
  }

  @Test("finds percent signs doubled in an INI file, whose reader halves them")
  func percentSigns() async throws {
    let run = try await Place().run("cat {files}/own.ini", files: ["own.ini": "url = {sqlalchemy}\n"])
    #expect(run.output == "url = postgresql://app@/scratch?host=%%2Frun%%2Fpg&port=5433\n")
  }

  @Test("sees no secret of ours, and no database but its own")
  func secrets() async throws {
    let secrets = [
      "GITHUB_TOKEN": "s3cr3t1", "AWS_PROFILE": "s3cr3t2", "STRIPE_API_KEY": "s3cr3t3", "PGPASSWORD": "s3cr3t4",
      "REPORTS": "postgres://boss@db/s3cr3t5", "PROXY": "http://me:s3cr3t6@proxy:8080", "SSH_AUTH_SOCK": "/s3cr3t7",
      "HOOK": "xoxb-s3cr3t8", "CONNECTION": "Server=db;Password=s3cr3t9", "SLACK_WEBHOOK": "https://hooks/s3cr3t10",
    ]
    let run = try await Place(variables: secrets.merging(["LANG": "de_AT.UTF-8"]) { $1 }).run("env")
    #expect(!run.output.contains("s3cr3t"))
    #expect(run.output.contains("LANG=de_AT.UTF-8\n") && run.output.contains("PYTHONDONTWRITEBYTECODE=1\n"))
  }

  @Test("is the project's own where the work tree has one installed, and reads the copy's modules first")
  func ownPrograms() async throws {
    let place = try Place()
    try place.temporary.write(".venv/bin/tool", "#!/bin/sh\necho \"own $PYTHONPATH\"\n")
    chmod(place.temporary.path + "/.venv/bin/tool", 0o755)
    let run = try await place.runner.run(ProgramCall(words: ["tool"]), on: nil, limit: .seconds(30))
    #expect(run.output == "own .:src\n")
    try place.temporary.write("node_modules/knex/index.js", "module.exports = 1")
    #expect(try await place.run("cat node_modules/knex/index.js").output == "module.exports = 1")
  }

  @Test("is over at its limit, with all that it started")
  func limit() async throws {
    let place = try Place()
    let run = try await place.run(
      "sleep 300 & echo $! >pids; (sleep 301; true) & echo $! >>pids; echo waiting; wait", limit: .seconds(5))
    #expect(run.ending == .outOfTime(.seconds(5)) && run.output == "waiting\n")
    #expect(run.rejection?.cause == .timeLimit(seconds: 5))
    let pids = try String(contentsOfFile: place.copy + "/pids", encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(try await eventually { pids.count == 2 && !pids.contains(where: isAlive) })
  }

  @Test("leaves nothing running when it ends by itself")
  func leftovers() async throws {
    let place = try Place()
    let run = try await place.run("sleep 300 & echo $! >pid; echo done")
    #expect(run.ending == .exited(0) && run.output == "done\n" && run.rejection == nil)
    let pid = try String(contentsOfFile: place.copy + "/pid", encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(try await eventually { pid.count == 1 && !isAlive(pid[0]) })
  }

  @Test("ends when the check is cancelled")
  func cancelled() async throws {
    let place = try Place()
    let task = Task { try await place.run("echo $$ >pid; sleep 300") }
    let file = place.copy + "/pid"
    #expect(try await eventually { (try? String(contentsOfFile: file, encoding: .utf8))?.isEmpty == false })
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let pid = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(try await eventually { !isAlive(pid[0]) })
  }

  @Test("may print without end: the beginning and the end are kept")
  func muchOutput() async throws {
    let run = try await Place().run(
      "echo first; yes 0123456789012345678901234567890123456789 | head -n 100000; echo last")
    #expect(run.output.hasPrefix("first\n0123") && run.output.hasSuffix("\nlast\n") && !run.isWhole)
    #expect(run.output.utf8.count < 2 << 20)
  }

  @Test("that isn't there makes the answer unknown, and says what to do")
  func missing() async throws {
    let place = try Place()
    let run = try await place.runner.run(ProgramCall(words: ["nosuchtool", "up"]), on: nil, limit: .seconds(30))
    let rejection = try #require(run.rejection)
    guard case .environment(let piece) = rejection.cause else {
      Issue.record("\(rejection.cause)")
      return
    }
    #expect(rejection.message == "there is no program nosuchtool" && piece.advice?.contains("runner:") == true)
  }

  @Test("print no password, not even as it stands in an address")
  func password() async throws {
    let place = try Place()
    let access = ProgramAccess(host: "db", port: 5432, user: "app", password: "p@ss/word", database: "shop")
    let call = ProgramCall(words: ["echo", "{url}", "{password}"])
    let run = try await place.runner.run(call, on: access, limit: .seconds(30))
    #expect(run.output == "postgresql://app:…@db:5432/scratch …\n")
  }

  @Test("can't ask for a database before there is one")
  func noDatabase() async throws {
    let place = try Place()
    let call = ProgramCall(words: ["echo", "{url}"])
    await #expect(throws: ProgramError.noDatabase(placeholder: "url", command: "echo {url}")) {
      try await place.runner.run(call, on: nil, limit: .seconds(30))
    }
  }
}

@Suite("private folders")
struct PrivateFolderTests {
  @Test("are nobody else's, and gone with their owner")
  func gone() throws {
    let temporary = try TemporaryFolder()
    var folder: PrivateFolder? = try PrivateFolder(environment: ["TMPDIR": temporary.path])
    let path = try #require(folder?.path)
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("that a killed run left are swept by the next, those in use are not")
  func swept() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("schemagate-copy-dead01/lock", "")
    try temporary.write("schemagate-copy-dead01/copy/a.rb", "")
    let first = try PrivateFolder(environment: ["TMPDIR": temporary.path])
    let second = try PrivateFolder(environment: ["TMPDIR": temporary.path])
    #expect(!FileManager.default.fileExists(atPath: temporary.path + "/schemagate-copy-dead01"))
    #expect([first, second].allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
  }

  @Test("that only look like ours are left alone")
  func notOurs() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("work/lock", "")
    let link = temporary.path + "/schemagate-copy-link01"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: temporary.path + "/work")
    let folder = try PrivateFolder(environment: ["TMPDIR": temporary.path])
    #expect(!folder.path.isEmpty && FileManager.default.fileExists(atPath: link + "/lock"))
  }
}
