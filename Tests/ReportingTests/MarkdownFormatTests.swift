import Foundation
import SchemagateModel
import Testing

@testable import Reporting

@Suite("The pull-request comment")
struct MarkdownFormatTests {
  private func render(_ report: Report, budget: Int = 60_000) -> String {
    MarkdownFormat().render(report, RenderOptions(budget: budget))
  }

  @Test("stays under the limit, and says what it left out", arguments: [60_000, 30_000, 12_000, 6_000, 4_000])
  func budget(_ budget: Int) {
    let text = render(Sample.many.report, budget: budget)
    #expect(text.utf8.count <= budget)
    #expect(text.contains("## ❌ schemagate: 129 errors, 103 warnings in 2 migrations"))
    #expect(text.contains("finding 2 says that column"))
  }

  @Test("stays under the limit whatever a branch holds")
  func monster() {
    var report = Sample.hostile.report
    report.targets = (1...80).map { number in
      var target = report.targets[0]
      target.name = "target \(number) \(Sample.hostileName)"
      target.setup = String(repeating: "CREATE ROLE \"x\";\n", count: 3000)
      target.notChecked = Array(repeating: target.notChecked[0], count: 100)
      return target
    }
    let text = render(report)
    #expect(text.utf8.count <= 60_000)
    #expect(text.contains("## ❌ schemagate: 80 errors, 80 warnings"))
    #expect(text.contains("more than fits into a comment"))
    #expect(text.hasSuffix("</sub>\n"))
  }

  @Test("a huge branch loses whole sections in one order, never the verdict, the errors or what was not checked")
  func fixedOrder() {
    let report = Sample.huge(migrations: 200, changes: 1500, errors: 500)
    let marks = [
      "statements</summary>", "```mermaid", "-   type: integer", "schema changes</summary>",
      "⚠️ 1 warning</summary>", "| Migration |",
    ]
    var least = marks.count
    for budget in [200_000, 60_000, 30_000, 20_000, 12_000, 3_000] {
      let text = render(report, budget: budget)
      #expect(text.utf8.count <= budget)
      let shown = marks.map(text.contains)
      // What is left out comes before what stays.
      #expect(shown == shown.sorted { !$0 && $1 }, "\(budget): \(shown)")
      #expect(shown.filter { $0 }.count <= least)
      least = shown.filter { $0 }.count
      #expect(text.contains("## ❌ schemagate: 500 errors, 1 warning in 200 migrations"))
      #expect(text.contains("❌ **error ") && text.contains("Text search configurations"))
    }
    #expect(least == 0)
  }

  @Test("tells which of a repository's configurations it speaks of")
  func configuration() {
    var report = Sample.passing.report
    report.key = "services.billing"
    let text = render(report)
    #expect(text.hasPrefix("<!-- schemagate key=services.billing digest="))
    #expect(text.contains("\n## ✅ schemagate `services.billing`: 2 migrations passed\n"))
  }

  @Test("a table of many columns shows what changed, a neighbour only its keys; what isn't drawn is said")
  func diagram() {
    var report = Sample.passing.report
    var wide = Sample.users
    let shape = ColumnReport.Shape(type: "integer", nullable: true)
    wide.columns = (1...40).map { Sample.column("c\($0)", base: shape, head: shape) } + wide.columns
    report.targets[0].tables =
      [wide, Sample.profiles]
      + (1...10).map { TableReport(name: "public.more\($0)", change: .dropped) }
      + [TableReport(name: "public.far", change: .none)]
    let text = render(report)
    for line in [
      "text email \"added\"", "varchar(200) name \"was varchar(80), not null now, default changed\"",
      "t12[\"public.more10 (dropped)\"]",
    ] { #expect(text.contains("\n    \(line)\n") || text.contains("\n  \(line)\n"), "\(line)") }
    #expect(text.contains("Not drawn: `public.far`, 40 columns of `public.users`."))
    #expect(render(Sample.passing.report).contains("bigint _pk PK\n    bigint user_id FK, UK\n  }"))
  }

  @Test("a diagram is drawn where it shows relations: no box alone, and nothing that only the diff can say")
  func noDiagram() {
    var report = Sample.passing.report
    func draws(_ tables: [TableReport]) -> Bool {
      report.targets[0].tables = tables
      return render(report).contains("```mermaid")
    }
    var neighbour = Sample.customerOrders
    neighbour.change = .none
    neighbour.columns = neighbour.columns.map { Sample.column($0.name, base: $0.head, head: $0.head) }
    neighbour.references[0].change = .none
    #expect(!draws([Sample.users]))
    #expect(!draws([Sample.users, neighbour]))
    #expect(draws([Sample.users, Sample.customerOrders]))
    var altered = neighbour
    altered.change = .altered
    altered.columns.append(Sample.column("note", base: nil, head: .init(type: "text", nullable: true)))
    #expect(draws([Sample.users, altered]))
    neighbour.columns.append(
      Sample.column("buyer_id", base: nil, head: .init(type: "bigint", nullable: true, isForeignKey: true)))
    neighbour.change = .altered
    var users = Sample.users
    users.change = .none
    #expect(draws([users, neighbour]))
  }

  @Test("parallel trees say a shared warning or notice once, with a link to each other's place; errors stay apart")
  func repeated() {
    func finding(_ rule: String, _ severity: Severity, _ folder: String) -> Finding {
      Finding(
        rule: rule, severity: severity, message: "`up.sql` is \(rule)", remedy: "mend \(rule)",
        location: SourceLocation(path: "\(folder)/up.sql"))
    }
    var report = Sample.report(.failed, [])
    report.repository = Sample.passing.report.repository
    report.targets = ["mysql", "sqlite"].map { name in
      var target = Sample.sqliteCache
      target.name = name
      target.verdict = .failed
      target.checks = [
        CheckReport(
          id: .history, outcome: .failed,
          findings: [
            finding("bad", .error, name), finding("risky", .warning, name), finding("late", .notice, name),
            finding("\(name)-only", .notice, name),
          ])
      ]
      return target
    }
    let text = render(report)
    #expect(text.components(separatedBy: "`up.sql` is late").count == 2)
    #expect(text.components(separatedBy: "`up.sql` is risky").count == 2)
    #expect(text.components(separatedBy: "`up.sql` is bad").count == 3)
    #expect(text.contains("`sqlite-only`") && text.contains("`mysql-only`"))
    #expect(text.components(separatedBy: " · the same in [`sqlite`](https://").count == 3)
    #expect(text.contains("\n⚠️ 1 warning as above\n"))
    #expect(text.components(separatedBy: "```sh\nschemagate check --base origin/main\n```").count == 2)
  }

  @Test("errors of the history don't hide that nothing was run")
  func onlyHistory() {
    var report = Sample.failing.report
    report.targets[0].checks.removeAll { $0.id == .apply }
    report.targets[0].checks.append(.init(id: .apply, outcome: .skipped, reason: "`alembic` is missing here"))
    report.targets[0].notChecked = [
      NotChecked(what: "the upgrade", why: "`alembic` is missing here", try: "install `alembic`")
    ]
    let line =
      "\n❓ **Whether the migrations apply was not checked.**\\\n`alembic` is missing here\\\n→ Install `alembic`\n"
    let error = "\n❌ "
    let text = render(report)
    #expect(text.contains(line))
    #expect(text.components(separatedBy: error).first?.contains(line) ?? false)
  }

  @Test("names the only touched target of several in the heading")
  func onlyTouched() {
    let text = render(Sample.report(.passed, [Sample.sqliteCache, Sample.unchanged("audit")]))
    #expect(text.contains("## ✅ schemagate `cache`: 1 migration passed"))
    #expect(text.contains("No migration changes in `audit`."))
    #expect(!text.contains("### "))
  }

  @Test("says in one line that nothing changed")
  func nothingChanged() {
    let text = render(Sample.report(.passed, [Sample.unchanged("audit"), Sample.unchanged("queue")]))
    #expect(text.contains("## ✅ schemagate: no migration changes\n\n<sub>"))
  }

  @Test("tells errors that belong to no target")
  func reportErrors() {
    var report = Sample.report(.unknown, [])
    report.errors = [.init(what: "the clone is shallow", at: "/repo", try: "git fetch --unshallow")]
    let text = render(report)
    #expect(text.contains("## ❓ schemagate: could not be checked"))
    #expect(text.contains("**The clone is shallow**\\\n`/repo`\\\n→ git fetch --unshallow"))
  }

  @Test("says who may do what, one line each, and which of it no server was asked")
  func access() {
    let text = render(Sample.passing.report)
    #expect(text.contains("\n- 🔑 View `public.names` lost `security_barrier` (from the catalogue, not tried)\n"))
    #expect(text.contains("\n- 🔑 `anon` can now read and change rows of `public.users`\n"))
  }

  @Test("folds what is more than ten lines on access")
  func muchAccess() {
    let text = render(Sample.many.report)
    #expect(text.contains("… and 80 more changes of access"))
  }

  @Test("a declaration stays one comment line whatever name it holds")
  func oneLine() {
    #expect(
      Copyable.declaration("expect drop table a\nDROP TABLE b;") == "-- schemagate: expect drop table a DROP TABLE b;")
  }

  @Test("keeps the verdict, the errors and what was not checked when all else is dropped")
  func neverDropped() {
    let text = render(Sample.failing.report, budget: 1600)
    #expect(text.contains("## ❌ schemagate: 2 errors, 1 warning in 2 migrations"))
    #expect(text.contains("data can be lost"))
    #expect(text.contains("not checked"))
    #expect(text.contains("Left out for size"))
  }

  @Test("has a digest that the last line takes no part in")
  func digest() {
    var later = Sample.passing.report
    later.targets[0].timings = [.init(stage: "base", milliseconds: 99_000)]
    let (one, two) = (render(Sample.passing.report), render(later))
    #expect(one != two)
    #expect(one.split(separator: "\n").first == two.split(separator: "\n").first)
    var other = Sample.passing.report
    other.notes = ["base equals head"]
    #expect(render(other).split(separator: "\n").first != one.split(separator: "\n").first)
  }

  @Test(
    "links to the head commit",
    arguments: [
      (
        "github.com", "acme/shop",
        "https://github.com/acme/shop/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#L7"
      ),
      (
        "gitlab.com", "acme/shop",
        "https://gitlab.com/acme/shop/-/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#L7"
      ),
      (
        "bitbucket.org", "acme/shop",
        "https://bitbucket.org/acme/shop/src/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#lines-7"
      ),
      (
        "bitbucket.acme.com", "scm/WEB/shop",
        "https://bitbucket.acme.com/projects/WEB/repos/shop/browse/db/a%20b.sql"
          + "?at=9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0#7"
      ),
      (
        "bitbucket.acme.com", "~ann/shop",
        "https://bitbucket.acme.com/users/ann/repos/shop/browse/db/a%20b.sql"
          + "?at=9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0#7"
      ),
      ("git.acme.com", "acme/shop", nil),
    ])
  func links(_ host: String, _ path: String, _ url: String?) {
    var report = Sample.passing.report
    report.repository = .init(host: host, path: path, forge: .init(host: host))
    #expect(SourceLink(report).url(SourceLocation(path: "db/a b.sql", line: 7)) == url)
  }

  @Test("names places without a link where the repository isn't published")
  func noLinks() {
    var report = Sample.failing.report
    report.repository = nil
    let text = render(report)
    #expect(text.contains("`db/migrations/20260101120000_add_email.sql:7`"))
    #expect(!text.contains("]("))
  }

  @Test("shows warnings openly where they alone stop the merge")
  func warningsBlock() {
    var report = Sample.failing.report
    report.targets[0].checks = [.init(id: .history, outcome: .warned, findings: [Sample.late])]
    let text = render(report)
    #expect(text.contains("## ❌ schemagate: 1 warning in 2 migrations"))
    #expect(text.contains("→ Give it a version above `20260101180000`."))
    #expect(!text.contains("<summary>⚠️"))
  }

  @Test("leaves waived and existing findings out of the verdict")
  func accepted() {
    var report = Sample.failing.report
    var waived = Sample.residue
    waived.waived = "tested by hand"
    var existing = Sample.undeclared
    existing.existing = true
    report.verdict = .passed
    report.targets[0].verdict = .passed
    report.targets[0].checks = [.init(id: .rollback, outcome: .passed, findings: [waived, existing])]
    let text = render(report)
    #expect(text.contains("## ✅ schemagate: 2 migrations passed"))
    #expect(text.contains("<summary>1 finding that base already has</summary>"))
    #expect(!text.contains("leaves index"))
  }

  @Test("what several targets share is said once, and what is one target's own names it")
  func sharedLines() {
    var report = Sample.several.report
    let shared = NotChecked(what: "rows", why: "there are none")
    report.targets[0].notChecked = [shared, NotChecked(what: "casts", why: "unknown")]
    report.targets[1].notChecked = [shared]
    report.targets[1].assumptions = ["engine sqlite"]
    let text = render(report)
    #expect(text.components(separatedBy: "- Rows: there are none\n").count == 2)
    #expect(text.contains("- `shop`: Casts: unknown"))
    #expect(text.contains("- `cache`: Engine sqlite"))
    #expect(text.components(separatedBy: "```sh\nschemagate check --base origin/main --target shop\n```").count == 2)
  }

  @Test("one reason for several checks is one line, and none repeats what stands above it")
  func reasons() {
    var report = Sample.unknown.report
    report.targets[0].checks = [
      .init(id: .apply, outcome: .skipped, reason: "no server"),
      .init(id: .rollback, outcome: .skipped, reason: "no server"),
      .init(id: .data, outcome: .skipped, reason: "no rows"),
    ]
    #expect(render(report).contains("- Whether the migrations apply, rolling back: no server\n- Rows: no rows\n"))
  }

  @Test("an unknown target without an error says openly what stopped it")
  func openReason() {
    var report = Sample.unknown.report
    report.targets[0].errors = []
    report.targets[0].notChecked = [NotChecked(what: "the upgrade from `0003.sql` on", why: "there is no role `anon`")]
    #expect(
      render(report).contains("\n**Not checked: the upgrade from `0003.sql` on.**\\\nThere is no role `anon`\n"))
    #expect(!render(report).contains("- The upgrade from"))
  }

  @Test("a waiver is offered as the other way out, and names the file that it goes into")
  func waiverLine() {
    var report = Sample.failing.report
    var residue = Sample.residue
    residue.location = SourceLocation(path: "db/migrations/1.down.sql", line: 1)
    report.targets[0].checks = [.init(id: .rollback, outcome: .failed, findings: [residue])]
    let intro =
      "Or accept it, with a reason in `20260101120000_add_email.sql`:\n\n```sql\n-- schemagate: allow"
    #expect(render(report).contains(intro))
    #expect(render(Sample.failing.report).contains("Or accept it, with a reason:\n"))
  }

  @Test("a few warnings that stand alone are open")
  func openWarnings() {
    var report = Sample.passing.report
    report.targets[0].checks = [.init(id: .history, outcome: .warned, findings: [Sample.late])]
    let text = render(report)
    #expect(text.contains("## ⚠️ schemagate: 2 migrations passed, with 1 warning"))
    #expect(text.contains("\n⚠️ **`20260101120000_add_email.sql` comes before"))
  }

  @Test(
    "the way back in the table",
    arguments: [
      (StepReport.Rollback.reordered, "✅ restored, column order differs"), (.irreversible, "⚠️ enum label stays"),
      (.reapplyRejected, "❌ second up rejected"), (.empty, "⚠️ empty, nothing undone"),
    ])
  func rollbackCells(_ rollback: StepReport.Rollback, _ words: String) {
    var report = Sample.passing.report
    report.targets[0].migrations.added[0].step?.rollback = rollback
    #expect(render(report).contains("| \(words) |"))
  }

  @Test("a way back that was accepted as it is is no failure")
  func waivedCell() {
    var report = Sample.failing.report
    var waived = Sample.residue
    waived.waived = "kept on purpose"
    report.targets[0].checks = [.init(id: .rollback, outcome: .passed, findings: [waived])]
    #expect(render(report).contains("| ⚠️ waived: not restored |"))
  }

  @Test("what production has and the check could do without is folded")
  func foldedSetup() {
    var report = Sample.failing.report
    report.targets[0].setup = "CREATE ROLE a;"
    #expect(render(report).contains("<summary>The scratch database lacked what production has, and went on"))
    #expect(!render(Sample.unknown.report).contains("lacked what production has"))
  }

  @Test("a rejected migration is marked, and what comes after it was not reached")
  func rejectedRow() {
    var report = Sample.failing.report
    var rejected = Sample.residue
    rejected.rule = "migration-rejected"
    report.targets[0].checks = [.init(id: .apply, outcome: .failed, findings: [rejected])]
    report.targets[0].migrations.added[1].step = nil
    let text = render(report)
    #expect(text.contains("| ❌ rejected |"))
    #expect(text.contains("| not reached |"))
  }

  @Test("of an altered definition, only the lines that changed")
  func changedLines() {
    let view = ChangeReport(
      verb: .alter, kind: .view, name: "public.open", migrations: [], consequence: .harmless, declared: false,
      attributes: [
        .init(name: .definition, base: "SELECT id\nFROM orders\nWHERE a;", head: "SELECT id\nFROM orders\nWHERE b;")
      ])
    let lines = ["  view public.open", "    definition:", "-     WHERE a;", "+     WHERE b;"]
    #expect(DiffText.lines([view]) == lines)
  }

  @Test(
    "evidence is coloured as a diff where it is one",
    arguments: [
      ("+ index a", "diff"), ("  column a\n-   type: b", "diff"), ("hint: x\n3 | y", "text"), ("  nothing", "text"),
    ])
  func languages(_ evidence: String, _ language: String) {
    #expect(EvidenceLanguage.of(evidence).source == language)
  }

  @Test("plain text drops the marks of names, and keeps quotes around what has spaces")
  func plainText() {
    #expect(Spoken.plain("add `DROP INDEX a;` to `b.sql`") == "add 'DROP INDEX a;' to b.sql")
    #expect(Spoken.plain("an odd ` stays") == "an odd ` stays")
  }

  @Test("one mistake made often doesn't hide the others")
  func varied() {
    var other = Sample.undeclared
    other.message = "the other one"
    let findings = Array(repeating: Sample.residue, count: 7) + [other]
    #expect(
      FindingGroups.varied(findings).map(\.rule).prefix(3) == [Sample.residue.rule, Sample.residue.rule, other.rule])
    #expect(FindingGroups.varied(findings).count == 8)
  }
}
