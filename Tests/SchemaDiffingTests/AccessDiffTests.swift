import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("What changes say about access")
struct AccessDiffTests {
  private let reading = Grant(grantee: .role("anon"), privilege: "SELECT")

  private func claims(_ base: [SchemaObject], _ head: [SchemaObject]) -> [AccessClaim] {
    let (base, head) = (Schema.of(base), Schema.of(head))
    let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: true)
    return AccessDiff.claims(changes, from: base, to: head)
  }

  private func table(_ grants: String..., server: String = "1", name: String = "t") -> SchemaObject {
    .object(.table(name), server: server, [.grants: .set(of: grants)])
  }

  private func role(_ name: String, memberOf groups: String...) -> SchemaObject {
    .object(ObjectIdentity(kind: .role, name: [name]), [.memberOf: .set(of: groups)])
  }

  @Test("a right that came, and the option to pass it on, are two")
  func gained() {
    let found = claims([table()], [table("anon=SELECT WITH GRANT OPTION")])
    let option = Grant(grantee: .role("anon"), privilege: "SELECT", isOption: true)
    let access = CatalogueAccess(before: .refused, after: .allowed(through: .role("anon")))
    #expect(found.map(\.statement) == [.gained(reading, access), .gained(option, access)])
    #expect(found.allSatisfy { $0.subject == .table("t") && !$0.isNew })
  }

  @Test("what was revoked on the system's own functions is a right that went")
  func systemsOwn() {
    let database = ObjectIdentity(kind: .database, name: ["current"])
    let revoked = "function pg_catalog.lower(pg_catalog.text): PUBLIC=EXECUTE revoked"
    let found = claims(
      [.object(database, server: "1", [:])], [.object(database, server: "1", [.memberGrants: .set(of: [revoked])])])
    let access = CatalogueAccess(before: .allowed(through: .everyone), after: .refused)
    #expect(found.map(\.statement) == [.lost(Grant(grantee: .everyone, privilege: "EXECUTE"), access)])
    #expect(found.map(\.subject.kind) == [.function])
  }

  @Test("who could before is known from everyone's grants and from memberships")
  func before() {
    let everyone = claims([table("PUBLIC=SELECT")], [table("PUBLIC=SELECT", "anon=SELECT")])
    #expect(everyone.map(\.before) == [.allowed(through: .everyone)])
    let groups = [role("anon", memberOf: "staff"), role("staff", memberOf: "\"All Staff\" WITH ADMIN")]
    let member = claims(
      [table("\"All Staff\"=SELECT")] + groups, [table("\"All Staff\"=SELECT", "anon=SELECT")] + groups)
    #expect(member.map(\.before) == [.allowed(through: .role("\"All Staff\""))])
    let asking = [role("anon", memberOf: "staff WITH INHERIT FALSE")]
    #expect(
      claims([table("staff=SELECT")] + asking, [table("staff=SELECT", "anon=SELECT")] + asking).map(\.before) == [
        .refused
      ])
  }

  @Test("a schema that the role may not use is named")
  func schema() {
    let app = ObjectIdentity(kind: .schema, name: ["public"])
    let closed = SchemaObject.object(app, [.grants: .set(of: ["OWNER=USAGE"])])
    let found = claims([table(), closed], [table("anon=SELECT"), closed])
    #expect(
      found.map(\.statement) == [
        .gained(reading, CatalogueAccess(before: .refused, after: .lacksSchema("public")))
      ])
  }

  @Test("a table under a new name keeps its grants, and a dropped one takes nothing away")
  func renamed() {
    #expect(claims([table("anon=SELECT")], [table("anon=SELECT", name: "u")]).isEmpty)
    #expect(claims([table("anon=SELECT")], []).isEmpty)
    let lost = claims([table("anon=SELECT")], [table(name: "u")])
    #expect(
      lost.map(\.statement) == [
        .lost(reading, CatalogueAccess(before: .allowed(through: .role("anon")), after: .refused))
      ])
    #expect(lost.map(\.subject) == [.table("u")])
  }

  @Test("what the server grants by itself on something new is no news, nor is what its owner may do")
  func natural() {
    let function = ObjectIdentity(kind: .function, name: ["public", "f()"])
    let plain: [Attribute: Value] = [.grants: .set(of: ["OWNER=EXECUTE", "PUBLIC=EXECUTE"])]
    #expect(claims([], [.object(function, plain)]).isEmpty)
    let lending = plain.merging([.securityDefiner: .flag(true)]) { $1 }
    #expect(claims([], [.object(function, lending)]).map(\.statement) == [.definer(hasSearchPath: false)])
    let found = claims([], [table("OWNER=SELECT", "PUBLIC=SELECT")])
    #expect(found.map(\.isNew) == [true])
  }

  @Test("a view's options and its columns' grants")
  func views() {
    let view = ObjectIdentity(kind: .view, name: ["public", "v"])
    let base = SchemaObject.object(view, [.options: .set(of: ["security_invoker=on", "security_barrier=true"])])
    let head = SchemaObject.object(
      view, [.options: .set(of: ["security_barrier=on"]), .columnGrants: .set(of: ["a: anon=SELECT"])])
    let found = claims([base], [head])
    #expect(found.first?.statement == .securityInvoker(isOn: false))
    #expect(found.dropFirst().map(\.subject) == [ObjectIdentity(kind: .column, name: ["public", "v", "a"])])
    #expect(claims([base], [base]).isEmpty)
  }

  @Test("policies, but not those of a table that comes or goes as a whole")
  func policies() {
    let policy = SchemaObject.object(
      ObjectIdentity(kind: .policy, name: ["p"], table: ["public", "t"]), server: "9",
      [.command: .text("SELECT"), .permissive: .flag(false), .roles: .set(of: ["PUBLIC"])])
    let added = claims([table()], [table(), policy])
    #expect(
      added.map(\.statement) == [
        .policy(
          PolicyChange(verb: .add, isPermissive: false, command: "SELECT", roles: [.everyone], attributes: []))
      ])
    #expect(claims([table(), policy], [table()]).count == 1)
    #expect(claims([], [table(), policy]).isEmpty)
    #expect(claims([table(), policy], []).isEmpty)
  }

  @Test("what an extension or the system lets do no more is a loss, and a gain when it is given back")
  func hiddenMembers() {
    let hstore = ObjectIdentity(kind: .extension, name: ["hstore"])
    let plain = SchemaObject.object(hstore, [:])
    let entry = "function public.akeys(public.\"h.s\"): PUBLIC=EXECUTE revoked"
    let closed = SchemaObject.object(hstore, [.memberGrants: .set(of: [entry])])
    let everyone = Grant(grantee: .everyone, privilege: "EXECUTE")
    let (held, refused) = (CatalogueAccess.State.allowed(through: .everyone), CatalogueAccess.State.refused)
    let lost = claims([plain], [closed])
    #expect(lost.map(\.statement) == [.lost(everyone, CatalogueAccess(before: held, after: refused))])
    let akeys = ObjectIdentity(kind: .function, name: ["public", "akeys(public.\"h.s\")"])
    #expect(lost.map(\.subject) == [akeys])
    let gained = claims([closed], [plain])
    #expect(gained.map(\.statement) == [.gained(everyone, CatalogueAccess(before: refused, after: held))])
    let changes = SchemaDiff.changes(
      from: Schema.of([plain]), to: Schema.of([closed]), matchingServerIdentity: true)
    #expect(changes.map(\.consequence) == [.losesAccess])
  }

  @Test("a column of the system's, whatever its table is called")
  func systemColumn() {
    let current = ObjectIdentity(kind: .database, name: ["current"])
    let entry = "table column pg_catalog.\"od.d\".rolpassword: anon=SELECT"
    let found = claims([.object(current, [:])], [.object(current, [.memberGrants: .set(of: [entry])])])
    #expect(found.map(\.subject) == [ObjectIdentity(kind: .column, name: ["pg_catalog", "od.d", "rolpassword"])])
    #expect(
      found.map(\.statement) == [
        .gained(reading, CatalogueAccess(before: .refused, after: .allowed(through: .role("anon"))))
      ])
  }

  @Test("rights on what is still to come, against the server's own defaults")
  func future() {
    let functions = ObjectIdentity(kind: .defaultPrivileges, name: ["DATABASE_OWNER", "functions"])
    let closed = SchemaObject.object(functions, [.grants: .set(of: ["OWNER=EXECUTE"])])
    let everyone = Grant(grantee: .everyone, privilege: "EXECUTE")
    let (held, refused) = (CatalogueAccess.State.allowed(through: .everyone), CatalogueAccess.State.refused)
    #expect(claims([], [closed]).map(\.statement) == [.lost(everyone, CatalogueAccess(before: held, after: refused))])
    #expect(claims([closed], []).map(\.statement) == [.gained(everyone, CatalogueAccess(before: refused, after: held))])
  }
}

extension AccessClaim {
  fileprivate var before: CatalogueAccess.State? {
    switch statement {
    case .gained(_, let access), .lost(_, let access): access.before
    default: nil
    }
  }
}
