import SchemagateModel
import Testing

@testable import schemagate

@Suite("A branch can't loosen its own gate")
struct ConfigurationPolicyTests {
  private func read(_ text: String, file: String = "schemagate.yml") throws -> Configuration {
    try ConfigurationReader(file: file, tools: ["dbmate"]).read(text)
  }

  private let strict = """
    targets: {shop: {migrations: db, ignore: [public.a], expectations: all, setup: db/a.sql}}
    rules: {rollback-residue: error}
    budget: {migration: 30s}
    allow: [{rule: blocks-writes, on: public.audit, because: night, until: 2027-01-31}]
    """
  private let loose = """
    targets:
      shop: {migrations: db, ignore: ["public.*"], expectations: none, privileges: administrator, setup: db/b.sql}
      extra: {migrations: extra, expectations: none}
    rules: {rollback-residue: off, table-rewritten: notice}
    budget: {migration: 500ms, total: 2m}
    allow: [{rule: table-rewritten, because: small}]
    """

  @Test("base's policy holds, and every difference is said")
  func base() throws {
    let policy = try Policy(base: try read(strict), head: try read(loose))
    #expect(policy.rules == ["rollback-residue": .severity(.error)])
    #expect(policy.budget == .init(migration: 30))
    #expect(policy.allow.map(\.rule) == ["blocks-writes"])
    #expect(policy.targets["shop"]?.expectations == .all)
    #expect(policy.targets["extra"]?.expectations == ExpectationPolicy.none)
    #expect(
      policy.differences == [
        "rule `rollback-residue` is error on base and off on the branch; base's holds",
        "rule `table-rewritten` is its default on base and notice on the branch; base's holds",
        "budget `migration` is 30 s on base and 500 ms on the branch; base's holds",
        "budget `total` is not set on base and 120 s on the branch; base's holds",
        "the branch adds a lasting waiver of `table-rewritten`; it does not hold yet",
        "the branch removes a lasting waiver of `blocks-writes` on `public.audit` until 2027-01-31; it still holds",
        "`ignore` of the target `shop` is public.a on base and public.* on the branch; base's holds",
        "`expectations` of the target `shop` is all on base and none on the branch; base's holds",
        "`privileges` of the target `shop` is owner on base and administrator on the branch; base's holds",
        "`setup` of the target `shop` is db/a.sql on base and db/b.sql on the branch; the branch's runs",
        "the target `extra` is new: its own policy holds",
      ])
  }

  @Test(
    "what a branch stops comparing is said",
    arguments: [
      ("schema: db/schema.sql", "", "schema"), ("schema: {command: make schema}", "schema: db/old.sql", "schema"),
      ("setup: {preset: supabase}", "", "setup: preset"), ("inputs: models/*.py", "", "inputs"),
    ])
  func settings(base: String, head: String, key: String) throws {
    let configurations = try [base, head].map { try read("targets: {shop: {migrations: db, \($0)}}") }
    let policy = try Policy(base: configurations[0], head: configurations[1])
    #expect(policy.differences == ["the branch changes `\(key)` of the target `shop`; the branch's holds"])
  }

  @Test("the policy replaces what the branch's target says")
  func applied() throws {
    let head = try read(loose)
    let policy = try Policy(base: try read(strict), head: head)
    let target = TargetDefinition(
      name: "shop", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "dbmate"),
      privileges: .administrator, expectations: .none, ignore: [NamePattern(parts: ["public", "*"])])
    let applied = policy.applied(to: target)
    #expect(applied.privileges == .owner)
    #expect(applied.expectations == .all)
    #expect(applied.ignore == [NamePattern(parts: ["public", "a"])])
    #expect(applied.migrations == target.migrations)
  }

  @Test("the operator's file wins over both, and leaves nothing to complain about")
  func deciding() throws {
    let file = try read("rules: {rollback-residue: warning}", file: "/etc/gate.yml")
    let policy = try Policy(base: try read(strict), head: try read(loose), operator: file)
    #expect(policy.rules == ["rollback-residue": .severity(.warning)])
    #expect(policy.allow.isEmpty)
    #expect(policy.targets.isEmpty)
    #expect(policy.differences.isEmpty)
  }

  @Test("equal configurations differ in nothing")
  func equal() throws {
    #expect(try Policy(base: try read(strict), head: try read(strict)).differences.isEmpty)
    #expect(try Policy(base: nil, head: nil).differences.isEmpty)
  }

  @Test("a configuration that comes or goes is said")
  func comesAndGoes() throws {
    let added = try Policy(base: nil, head: try read(loose))
    #expect(added.rules["rollback-residue"] == .off)
    #expect(added.differences == ["the branch adds schemagate.yml: its own policy holds until it is merged"])
    let removed = try Policy(base: try read(strict), head: nil)
    #expect(removed.rules["rollback-residue"] == .severity(.error))
    #expect(removed.differences == ["the branch removes schemagate.yml: base's policy stays in force"])
  }

  @Test("a target under another name keeps its policy, and so does one that base migrates without naming it")
  func renamed() throws {
    let head = try read("targets: {other: {migrations: db, expectations: none}}")
    let target = TargetDefinition(
      name: "other", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "dbmate"), expectations: .none)
    let renamed = try Policy(base: try read(strict), head: head)
    #expect(renamed.applied(to: target).expectations == .all)
    #expect(renamed.differences.contains("the branch names the target `shop` other; base's policy holds"))
    let unnamed = Policy(base: try read("version: 1"), head: head) { $0 == "db" }
    #expect(unnamed.applied(to: target).expectations == .consequential)
    #expect(unnamed.differences == ["the target `other` is not named on base: the usual policy holds"])
  }

  @Test("what the branch changes besides the policy is said, too, without showing an address")
  func settings() throws {
    let base = try read("targets: {shop: {migrations: db}}")
    let head = try read("targets: {shop: {migrations: db2, session: SET a = 1, server: 'postgresql://u:secret@h/d'}}")
    #expect(
      try Policy(base: base, head: head).differences == [
        "`migrations` of the target `shop` is db on base and db2 on the branch; the branch's hold",
        "`session` of the target `shop` is empty on base and SET a = 1 on the branch; the branch's runs",
        "the branch changes `server` of the target `shop`; the branch's holds",
      ])
  }
}
