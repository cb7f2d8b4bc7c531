import SchemagateModel
import Testing

@testable import schemagate

@Suite("A mistake in the configuration file is told with its place and its remedy")
struct ConfigurationErrorTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let yaml: String
    let line: Int?
    let what: String
    let remedy: String
    var testDescription: String { what }

    init(_ yaml: String, _ line: Int?, _ what: String, _ remedy: String) {
      self.yaml = yaml
      self.line = line
      self.what = what
      self.remedy = remedy
    }
  }

  private static func target(_ line: String) -> String { "version: 1\ntargets:\n  shop:\n    \(line)\n" }

  static let mistakes = [
    Mistake("version: 1\nbudgets: {}\n", 2, "unknown key `budgets`", "did you mean `budget`?"),
    Mistake(
      "nonsense: 1\n", 1, "unknown key `nonsense`", "use one of: version, base, targets, rules, budget, allow"),
    Mistake(target("enigne: sqlite"), 4, "unknown key `enigne` under `targets.shop`", "did you mean `engine`?"),
    Mistake(
      target("engine: postgres"), 4, "`targets.shop.engine` can't be `postgres`", "did you mean `postgresql`?"),
    Mistake(
      target("engine: oracle"), 4, "`targets.shop.engine` can't be `oracle`",
      "use one of: postgresql, sqlite, mysql, mariadb"),
    Mistake(target("tool: dbmat"), 4, "`targets.shop.tool` can't be `dbmat`", "did you mean `dbmate`?"),
    Mistake(
      target("tool: {name: rails}"), 4, "`targets.shop.tool.name` can't be `rails`", "use one of: dbmate, files"),
    Mistake(target("tool: files"), 4, "`targets.shop.tool` lacks the key `up`", "add `up:`"),
    Mistake(
      target("tool: {name: dbmate, split: maybe}"), 4, "`targets.shop.tool.split` must be true or false, not `maybe`",
      "write true or false after `targets.shop.tool.split:`"),
    Mistake(
      target("tool: {name: dbmate, transaction: files}"), 4, "`targets.shop.tool.transaction` can't be `files`",
      "did you mean `file`?"),
    Mistake(
      target("migrations: {a: b}"), 4,
      "unknown key `a` under `targets.shop.migrations`", "use one of: postgresql, sqlite, mysql, mariadb"),
    Mistake(
      target("migrations: [db, [a]]"), 4, "`targets.shop.migrations[1]` must be a path, not a list",
      "write a path after `targets.shop.migrations[1]:`"),
    Mistake(
      target("migrations: ../other"), 4, "`targets.shop.migrations` leads out of the repository: `../other`",
      "name a path below the repository's root, without `..` and without a leading `/`"),
    Mistake(
      target("migrations: db/../../x"), 4, "`targets.shop.migrations` leads out of the repository: `db/../../x`",
      "name a path below the repository's root, without `..` and without a leading `/`"),
    Mistake(
      target("setup: /etc/passwd"), 4, "`targets.shop.setup` leads out of the repository: `/etc/passwd`",
      "name a path below the repository's root, without `..` and without a leading `/`"),
    Mistake(
      target("setup: {preset: supabse}"), 4, "`targets.shop.setup.preset` can't be `supabse`",
      "did you mean `supabase`?"),
    Mistake(
      target("server: ${SHOP_TEST_SERVER}"), 4, "the environment has no variable `SHOP_TEST_SERVER`",
      "set SHOP_TEST_SERVER, or write the value into the file"),
    Mistake(
      target("server: localhost"), 4, "`server` is `localhost`, which is neither `embedded` nor a URL",
      "write `embedded`, or a URL such as postgresql://user@host/postgres"),
    Mistake(
      target("functions: [normalize]"), 4, "`normalize` is no function with its number of arguments",
      "write name/arguments, for example normalize/1, or name/-1 for any number"),
    Mistake(
      target("rows: many"), 4, "`targets.shop.rows` must be a number, not `many`",
      "write a number after `targets.shop.rows:`"),
    Mistake(
      target("ignore: [\"public..x\"]"), 4, "`targets.shop.ignore[0]` is `public..x`, which is no object name",
      "write it as in SQL: public.users, audit.*, or \"Odd Name\""),
    Mistake(
      target("expectations: strict"), 4, "`targets.shop.expectations` can't be `strict`",
      "use one of: consequential, all, none"),
    Mistake("targets: {}\n", 1, "`targets` is empty", "name a target, or leave `targets` out to have them detected"),
    Mistake("targets:\n", 1, "`targets` is empty", "name a target, or leave `targets` out to have them detected"),
    Mistake(
      "targets: [a]\n", 1, "`targets` must be a mapping, not a list", "write a mapping after `targets:`"),
    Mistake("version: 2\n", 1, "version `2` of the configuration is not known", "write `version: 1`"),
    Mistake(
      "rules: {table-rewriten: warning}\n", 1, "unknown key `table-rewriten` under `rules`",
      "did you mean `table-rewritten`?"),
    Mistake(
      "rules:\n  table-rewritten: loud\n", 2, "`rules.table-rewritten` can't be `loud`",
      "use one of: error, warning, notice, off"),
    Mistake(
      "budget: {migration: 30}\n", 1, "`budget.migration` is `30`, which is no duration",
      "write a number with its unit: 500ms, 30s or 2m"),
    Mistake(
      "allow:\n  - {rule: table-rewritten, because: x, until: 2027-02-30}\n", 2,
      "`allow[0].until` is `2027-02-30`, which is no date", "write it as YYYY-MM-DD, for example 2027-01-31"),
    Mistake("allow:\n  - {rule: table-rewritten}\n", 2, "`allow[0]` lacks the key `because`", "add `because:`"),
    Mistake(
      "version: 1\nbase: a\nbase: b\n", 2, "the key `base` stands twice in one mapping", "keep one `base`"),
    Mistake(
      "version: 1\n---\nversion: 1\n", 3, "the file holds several YAML documents",
      "keep one document: remove the line `---` and what follows it"),
    Mistake(
      "- a\n", 1, "`schemagate.yml` must be a mapping, not a list", "write a mapping after `schemagate.yml:`"),
    Mistake(
      "base: [a\n", 2, "the file is not valid YAML: did not find expected ',' or ']'",
      "indent with spaces, and quote text that holds `: ` or begins with a special character"),
  ]

  @Test("what, where and what to do", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let reader = ConfigurationReader(tools: ["dbmate", "files"], rules: ["table-rewritten"])
    let error = try #require(throws: ConfigurationError.self) { try reader.read(mistake.yaml) }
    #expect(error.report.what == mistake.what)
    #expect(error.report.at == mistake.line.map { "schemagate.yml:\($0)" } ?? "schemagate.yml")
    #expect(error.report.try == mistake.remedy)
    #expect(error.exitStatus == 2)
  }

  @Test("a variable's value is never shown")
  func secret() throws {
    let reader = ConfigurationReader(environment: ["SECRET": "hunter2"], tools: [])
    let error = try #require(throws: ConfigurationError.self) {
      try reader.read("targets: {shop: {server: \"${SECRET}\"}}")
    }
    #expect(error.report.what == "`server` is `${SECRET}`, which is neither `embedded` nor a URL")
  }
}
