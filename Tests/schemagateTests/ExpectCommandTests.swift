import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("schemagate expect")
struct ExpectCommandTests {
  private static let line = "-- schemagate: expect drop column users.phone because <reason>"
  private static let up = "migrations/sqlite/0002_change.up.sql"

  @Test("prints the lines that lack, ready to paste, and changes nothing")
  func printing() throws {
    let shop = try Shop(Shop.drops)
    let result = try shop.run(["expect", "--base", "main"])
    #expect(result.status == 1)
    #expect(result.output == "\(Self.up)\n\(Self.line)\n\n")
    #expect(try shop.repository.git(["status", "--porcelain"]).isEmpty)
  }

  @Test("writes them above the first statement, once, and asks for reasons until they are given")
  func writing() throws {
    let shop = try Shop(Shop.drops)
    let first = try shop.run(["expect", "--base", "main", "--write"])
    #expect(first.status == 1 && first.output.isEmpty)
    let written = try String(contentsOfFile: "\(shop.path)/\(Self.up)", encoding: .utf8)
    #expect(written == "\(Self.line)\n\(Shop.drops.0)\n")
    for arguments in [["--write"], ["--write", "--worktree"], []] {
      let again = try shop.run(["expect", "--base", "main"] + arguments)
      #expect(again.status == 1 && again.output.isEmpty)
      #expect(again.error.contains("a reason is still to be given in \(Self.up)"))
      #expect(try String(contentsOfFile: "\(shop.path)/\(Self.up)", encoding: .utf8) == written)
    }
    try shop.repository.write(Self.up, written.replacingOccurrences(of: "<reason>", with: "SHOP-1: unused"))
    try shop.repository.commit("reasons")
    let last = try shop.run(["expect", "--base", "main", "--write"])
    #expect(last.status == 0 && last.output.isEmpty && last.error == "note: nothing lacks\n")
    #expect(try shop.run(["check", "--base", "main"]).status == 0)
  }

  @Test("leaves a file alone that isn't as the checked revision has it")
  func changedFile() throws {
    let shop = try Shop(Shop.drops)
    let text = Shop.drops.0 + "\n-- still writing\n"
    try shop.repository.write(Self.up, text)
    let result = try shop.run(["expect", "--base", "main", "--write"])
    #expect(result.status == 1)
    #expect(result.error.contains("\(Self.up) was left alone"))
    #expect(result.output.contains(Self.line))
    #expect(try String(contentsOfFile: "\(shop.path)/\(Self.up)", encoding: .utf8) == text)
  }

  @Test("takes a sidecar for a file that Prisma makes", .enabled(if: TestEngines.includes(.postgresql)))
  func sidecar() throws {
    let repository = try TemporaryRepository()
    try repository.write("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n")
    try repository.write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
    try repository.write("prisma/migrations/20260101000000_a/migration.sql", "CREATE TABLE users (phone text);\n")
    try repository.commit()
    try repository.git(["checkout", "--quiet", "-b", "work"])
    let sql = "ALTER TABLE users DROP COLUMN phone;\n"
    try repository.write("prisma/migrations/20260102000000_b/migration.sql", sql)
    try repository.commit()
    let result = try Binary.run(["expect", "--base", "main", "--write"], in: repository.path)
    #expect(result.status == 1)
    let target = try #require(FileManager.default.contentsOfDirectory(atPath: repository.path + "/schemagate").first)
    let path = "\(repository.path)/schemagate/\(target)/20260102000000_b.yml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "expect:\n  - 'drop column public.users.phone because <reason>'\n")
    try text.replacingOccurrences(of: "<reason>", with: "it''s unused")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let after = try Binary.run(["expect", "--base", "main", "--worktree"], in: repository.path)
    #expect(after.status == 0, "\(after.output)\(after.error)")
  }

  @Test("doesn't know what lacks where a migration is rejected")
  func unknown() throws {
    let result = try Shop(Shop.breaks).run(["expect", "--base", "main"])
    #expect(result.status == 3)
    #expect(result.error.contains("isn't known as a whole"))
  }
}

@Suite("Declarations as files hold them")
struct DeclarationFileTests {
  @Test(
    "adds to a sidecar's list and leaves the rest of it",
    arguments: [
      (nil, "expect:\n  - 'a'\n"), ("", "expect:\n  - 'a'\n"),
      ("# note\nexpect:\n    - b\nallow:\n  - c\n", "# note\nexpect:\n    - 'a'\n    - b\nallow:\n  - c\n"),
      ("allow:\n  - c", "allow:\n  - c\nexpect:\n  - 'a'\n"), ("expect: [b]\n", nil),
    ] as [(String?, String?)])
  func sidecars(before: String?, after: String?) {
    #expect(SidecarInsertion(text: before).inserting(["a"]) == after)
  }

  @Test("tells a line that stands in the file from one without its reason, and from one that isn't there")
  func presence() {
    let line = DeclarationText(line: "-- schemagate: expect drop column users.phone because <reason>")
    #expect(line.presence(in: "DROP TABLE t;\n") == .absent)
    let plain = DeclarationText(line: "-- schemagate: expect drop view v")
    #expect(plain.presence(in: "drop view v;\n") == .absent)
    #expect(plain.presence(in: "-- schemagate: expect drop view v2\ndrop view v;\n") == .absent)
    #expect(plain.presence(in: "--schemagate:  expect drop view v\r\ndrop view v;\n") == .complete)
    #expect(plain.presence(in: "expect:\n  - 'drop view v'\n") == .complete)
    #expect(line.presence(in: line.line + "\nDROP TABLE t;\n") == .unreasoned)
    #expect(line.presence(in: "-- schemagate: expect drop column users.phone\n") == .unreasoned)
    #expect(line.presence(in: "-- schemagate: expect drop column users.phone because unused\n") == .complete)
    #expect(DeclarationText(line: "-- schemagate: expect rename table a to b").needsReason == false)
  }
}
