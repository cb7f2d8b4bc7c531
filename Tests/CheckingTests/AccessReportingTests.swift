import SchemagateModel
import Testing

@testable import Checking

@Suite("What a change of access is called")
struct AccessReportingTests {
  private let table = ObjectIdentity(kind: .table, name: ["app", "invoices"])
  private let reading = Grant(grantee: .role("anon"), privilege: "SELECT")
  private let refused = CatalogueAccess.State.refused
  private let allowed = CatalogueAccess.State.allowed(through: .role("anon"))

  private func words(
    _ statement: AccessClaim.Statement, _ outcome: AccessProof.Outcome, on subject: ObjectIdentity? = nil,
    isNew: Bool = false
  ) -> String? {
    let claim = AccessClaim(subject: subject ?? table, isNew: isNew, statement: statement)
    return AccessReporting.reports([AccessProof(claim: claim, outcome: outcome)]).first?.words
  }

  @Test("a right that a server let the role use")
  func gained() {
    let access = CatalogueAccess(before: refused, after: allowed)
    #expect(words(.gained(reading, access), .allowed(.all)) == "`anon` can now read `app.invoices`")
    #expect(
      words(.gained(reading, access), .allowed(.some))
        == "`anon` can now read `app.invoices`, but only rows that policies let through")
    #expect(
      words(.gained(reading, access), .allowed(.none))
        == "`anon` was granted SELECT on `app.invoices`, but no row passes: row security is on and no policy applies")
    #expect(
      words(.gained(reading, access), .allowed(.all), isNew: true)
        == "`anon` can now read `app.invoices`, a new table without row security")
  }

  @Test("a right that no server was asked about is called no more than the grant that it is")
  func untried() {
    let gone = CatalogueAccess(before: allowed, after: refused)
    #expect(words(.lost(reading, gone), .notTried(why: "")) == "`anon` lost SELECT on `app.invoices`")
    let everyone = Grant(grantee: .everyone, privilege: "SELECT")
    let closed = CatalogueAccess(before: .allowed(through: .everyone), after: refused)
    #expect(words(.lost(everyone, closed), .notTried(why: "")) == "everyone can no longer read `app.invoices`")
    let view = ObjectIdentity(kind: .view, name: ["app", "v"])
    let open = CatalogueAccess(before: refused, after: allowed)
    #expect(
      words(.gained(reading, open), .notTried(why: ""), on: view) == "`anon` was granted SELECT on `app.v`")
    #expect(words(.gained(reading, open), .allowed(.all), on: view) == "`anon` can now read `app.v`")
  }

  @Test("a grant that is of no use, or was none")
  func ineffective() {
    let access = CatalogueAccess(before: refused, after: .lacksSchema("app"))
    let words = words(.gained(reading, access), .refused(schema: "app", message: "permission denied"))
    #expect(
      words
        == "`anon` was granted SELECT on `app.invoices`, but still can't read it: it lacks USAGE on schema `app`")
    #expect(self.words(.gained(reading, access), .notTried(why: "")) == words)
    let guarded = CatalogueAccess(before: refused, after: allowed, hasRowSecurity: true)
    #expect(
      self.words(.gained(reading, guarded), .notTried(why: ""), isNew: true)
        == "`anon` can now read `app.invoices`, which has row security")
    let before = CatalogueAccess(before: .allowed(through: .everyone), after: allowed)
    #expect(
      self.words(.gained(reading, before), .allowed(.all))
        == "`anon` was granted SELECT on `app.invoices`; everyone could read it before")
    #expect(
      self.words(.gained(reading, access), .refused(schema: nil, message: "permission denied for `x`"))
        == "`anon` was granted SELECT on `app.invoices`, but still can't read it: permission denied for 'x'")
  }

  @Test("a right that was taken away")
  func lost() {
    let access = CatalogueAccess(before: allowed, after: refused)
    let no = AccessProof.Outcome.refused(schema: nil, message: "permission denied")
    #expect(words(.lost(reading, access), no) == "`anon` can no longer read `app.invoices`")
    #expect(
      words(.lost(reading, CatalogueAccess(before: .lacksSchema("app"), after: refused)), no)
        == "`anon` lost SELECT on `app.invoices`, and could not read it before either")
    let through = CatalogueAccess(before: allowed, after: .allowed(through: .role("staff")))
    #expect(
      words(.lost(reading, through), .allowed(.all))
        == "`anon` lost SELECT on `app.invoices`, but can still read it, through `staff`")
    #expect(
      words(.lost(reading, access), .allowed(.all)) == "`anon` lost SELECT on `app.invoices`, but can still read it")
  }

  @Test("a right that the role has through a group that only the server knows of")
  func throughGroup() {
    let access = CatalogueAccess(
      before: refused, after: allowed, holdersBefore: [.role("staff")], holdersAfter: [.role("staff")])
    let gone = CatalogueAccess(before: allowed, after: refused, holdersAfter: [.role("staff")])
    let statements: [AccessClaim.Statement] = [.gained(reading, access), .lost(reading, gone)]
    let proofs = statements.map { statement in
      AccessProof(
        claim: AccessClaim(subject: table, statement: statement), outcome: .allowed(.all), groups: ["staff", "other"])
    }
    #expect(
      AccessReporting.reports(proofs).map(\.words) == [
        "`anon` was granted SELECT on `app.invoices`; `anon` could read it before, through `staff`",
        "`anon` lost SELECT on `app.invoices`, but can still read it, through `staff`",
      ])
  }

  @Test("several rights with the same outcome in one line, and those with another in their own")
  func joined() {
    let access = CatalogueAccess(before: refused, after: allowed)
    let outcomes: [(String, Bool, AccessProof.Outcome)] = [
      ("SELECT", false, .allowed(.all)), ("UPDATE", false, .allowed(.all)),
      ("DELETE", false, .refused(schema: nil, message: "no")), ("SELECT", true, .allowed(.all)),
      ("UPDATE", true, .allowed(.all)),
    ]
    let proofs = outcomes.map { privilege, isOption, outcome in
      let grant = Grant(grantee: .everyone, privilege: privilege, isOption: isOption)
      return AccessProof(
        claim: AccessClaim(subject: table, statement: .gained(grant, access)), outcome: outcome,
        how: "SET ROLE anyone; try \(privilege)")
    }
    let reports = AccessReporting.reports(proofs)
    #expect(
      reports.map(\.words) == [
        "everyone can now read and change rows of `app.invoices`, and let others do so",
        "everyone was granted DELETE on `app.invoices`, but still can't delete rows of it: no",
      ])
    #expect(reports[0].how == "SET ROLE anyone; try SELECT; try UPDATE")
    #expect(reports.map(\.proved) == [true, true])
    #expect(reports[0].role == "PUBLIC")
  }

  @Test(
    "what isn't one role's right",
    arguments: [
      (
        AccessClaim.Statement.rowSecurity(isOn: false), AccessProof.Outcome.holds,
        "row security is off for `app.invoices`"
      ),
      (
        .rowSecurity(isOn: true), .allowed(.none),
        "row security is now on for `app.invoices`, and no policy lets anyone see a row"
      ),
      (
        .securityInvoker(isOn: false), .holds,
        "view `app.invoices` lost `security_invoker`: it now reads with its owner's rights"
      ),
      (.owner(.databaseOwner), .holds, "`app.invoices` now belongs to the database's owner"),
      (.joined("staff"), .holds, "`invoices` is now a member of `staff`"),
      (
        .definer(hasSearchPath: false), .allowed(.all),
        "`app.invoices` now runs with its owner's rights, and without a `search_path` of its own, for everyone"
      ),
    ])
  func facts(_ statement: AccessClaim.Statement, _ outcome: AccessProof.Outcome, _ sentence: String) {
    #expect(words(statement, outcome) == sentence)
  }

  @Test("a policy, and that it is without effect")
  func policies() {
    let subject = ObjectIdentity(kind: .policy, name: ["own"], table: ["app", "invoices"])
    let added = PolicyChange(verb: .add, isPermissive: true, command: "SELECT", roles: [.everyone], attributes: [])
    #expect(
      words(.policy(added), .withoutEffect(why: "row security is off for the table"), on: subject)
        == "the new policy `own` on `app.invoices` lets everyone read rows, but row security is off for the table")
    let wider = PolicyChange(
      verb: .alter, isPermissive: true, command: "SELECT", roles: [.everyone],
      attributes: [
        AttributeChange(attribute: .using, base: .sql("(a = 1)"), head: .sql("true")),
        AttributeChange(attribute: .withCheck, base: nil, head: .sql("(a = 2)")),
      ])
    #expect(
      words(.policy(wider), .holds, on: subject)
        == "policy `own` on `app.invoices` changed: it lets through every row, it takes rows where `(a = 2)`")
  }
}
