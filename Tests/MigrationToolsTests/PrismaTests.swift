import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Prisma")
struct PrismaTests {
  private let tool = PrismaTool()
  private let target = TargetDefinition.test("prisma", .sqlite, in: "prisma/migrations")

  @Test("sends each folder's script whole, without a transaction, and never goes down")
  func shop() throws {
    let example = try CaseFolder("prisma", "shop")
    let history = tool.history(of: target, in: example.files)
    #expect(history.ids == ["20260101120000_init", "20260102120000_add_email"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.name) == ["init", "add_email"])
    #expect(history.migrations.allSatisfy { $0.up?.transaction == TransactionScope.none && $0.up?.pieces.count == 1 })
    #expect(tool.revert(history.migrations[0], in: history, target: target) == nil && !tool.hasDowns)
  }

  @Test("notes a migration before its script, and twice after it")
  func bookkeeping() throws {
    let history = tool.history(of: target, in: try CaseFolder("prisma", "shop").files)
    let plan = tool.plan(for: history, applied: history.first(1), target: target)
    #expect(plan.steps.map(\.migration) == ["20260102120000_add_email"])
    let notes = plan.steps[0].bookkeeping
    #expect(notes.inside.isEmpty && notes.before.count == 1 && notes.after.count == 2)
    let checksum = "f9111ce170e37c3881b1e43fe9d8f26d5acad0ebc6eddcf5ad81d3bae6b4c137"
    #expect(notes.before[0].contains("'\(checksum)', CURRENT_TIMESTAMP, '20260102120000_add_email'"))
    #expect(plan.prepare[0].contains("\"started_at\" DATETIME NOT NULL DEFAULT current_timestamp"))
  }

  @Test("runs lower names, and doesn't mind edited or vanished migrations")
  func rest() throws {
    let all = tool.history(of: target, in: try CaseFolder("prisma", "shop").files)
    let newest = MigrationHistory(migrations: [all.migrations[1]])
    let plan = tool.plan(for: all, applied: newest, target: target)
    #expect(plan.steps.map(\.migration) == ["20260101120000_init"] && plan.refusal == nil)
    let gone = tool.plan(for: newest, applied: all, target: target)
    #expect(gone.steps.isEmpty && gone.refusal == nil)
  }

  @Test("stops where the lock file names another database")
  func otherProvider() throws {
    let example = try CaseFolder("prisma", "shop")
    let history = tool.history(of: .test("prisma", .postgresql, in: "prisma/migrations"), in: example.files)
    #expect(history.problems.count == 1)
  }

  @Test("takes the engine from the lock file, else from schema.prisma")
  func detection() throws {
    let example = try CaseFolder("prisma", "shop")
    let found = try #require(tool.detect(in: example.listing).first)
    #expect(found.target.engine == .sqlite && found.confidence == .configuration)
    var files = example.files
    files.files["prisma/migrations/migration_lock.toml"] = nil
    #expect(tool.detect(in: files.listing).map(\.target.engine) == [.sqlite])
    files.files["prisma/schema.prisma"] = nil
    #expect(tool.detect(in: files.listing).isEmpty)
  }

  @Test(
    "keeps SHA-256 checksums",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func checksums(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }
}
