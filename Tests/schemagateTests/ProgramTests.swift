import Foundation
import TestSupport
import Testing

@Suite("a target whose tool is a program")
struct ProgramTests {
  private func repository(up: String) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write(
      "schemagate.yml",
      """
      targets:
        shop:
          engine: sqlite
          migrations: db
          tool: {name: command, up: "\(up)"}
      """)
    try repository.write("db/1_a.sh", "echo $$ >>\"$PIDS\"; sleep 300 & echo $! >>\"$PIDS\"; sleep 301\n")
    try repository.commit()
    return repository
  }

  @Test("leaves no process when the check is killed, and its copies are swept by the next check")
  func killed() throws {
    let repository = try repository(up: "sh {path}")
    let temporary = try TemporaryFolder()
    let pids = temporary.path + "/pids"
    let environment = ["TMPDIR": temporary.path, "PIDS": pids]
    let check = ["check", "--all", "--quiet"]
    let running = try Running(Binary.path, check, in: repository.path, environment: environment)
    let started = StartedServer.await { () -> [Substring]? in
      let lines = (try? String(contentsOfFile: pids, encoding: .utf8))?.split(separator: "\n") ?? []
      return lines.count == 2 ? lines : nil
    }
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.result()
    let processes = try #require(started).map(String.init)
    #expect(StartedServer.await { processes.contains(where: Self.isAlive) ? nil : true } == true)
    #expect(try copies(in: temporary).count == 1)
    try repository.write("db/1_a.sh", "sqlite3 \"${DATABASE_URL#sqlite:}\" 'CREATE TABLE a (id int)'\n")
    try repository.commit()
    let next = try Binary.run(check, in: repository.path, environment: environment)
    #expect(next.status == 0, "\(next.output)\(next.error)")
    #expect(try copies(in: temporary).isEmpty)
  }

  @Test("is unknown where the program isn't there, and the report says what to do")
  func missing() throws {
    let repository = try repository(up: "nosuchtool up {id}")
    let result = try Binary.run(["check", "--all"], in: repository.path)
    #expect(result.status == 3 && result.output.contains("there is no program nosuchtool"))
    #expect(result.output.contains("runner:"))
  }

  @Test("can't be compared by a folder of its files alone, and says what can be named instead")
  func diffOfFolder() throws {
    let repository = try repository(up: "sqlite3 {database} 'CREATE TABLE t{id} (id int)'")
    let folder = try Binary.run(["diff", "db", "HEAD"], in: repository.path)
    #expect(folder.status == 3 || folder.status == 2)
    #expect(folder.error.contains("name a revision instead of a folder"), "\(folder.error)")
    #expect(try Binary.run(["diff", "HEAD", "HEAD"], in: repository.path).status == 0)
  }

  private func copies(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("schemagate-copy-") }
  }

  /// One that has ended and waits for its parent is gone.
  private static func isAlive(_ process: String) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return false }
    return text[text.index(after: end)...].split(separator: " ").first != "Z"
  }
}
