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
    let policy = Policy(base: try read(strict), head: try read(loose))
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

  @Test("the policy replaces what the branch's target says")
  func applied() throws {
    let head = try read(loose)
    let policy = Policy(base: try read(strict), head: head)
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
    let policy = Policy(base: try read(strict), head: try read(loose), operator: file)
    #expect(policy.rules == ["rollback-residue": .severity(.warning)])
    #expect(policy.allow.isEmpty)
    #expect(policy.targets.isEmpty)
    #expect(policy.differences.isEmpty)
  }

  @Test("equal configurations differ in nothing")
  func equal() throws {
    #expect(Policy(base: try read(strict), head: try read(strict)).differences.isEmpty)
    #expect(Policy(base: nil, head: nil).differences.isEmpty)
  }

  @Test("a configuration that comes or goes is said")
  func comesAndGoes() throws {
    let added = Policy(base: nil, head: try read(loose))
    #expect(added.rules["rollback-residue"] == .off)
    #expect(added.differences == ["the branch adds schemagate.yml: its own policy holds until it is merged"])
    let removed = Policy(base: try read(strict), head: nil)
    #expect(removed.rules["rollback-residue"] == .severity(.error))
    #expect(removed.differences == ["the branch removes schemagate.yml: base's policy stays in force"])
  }
}
