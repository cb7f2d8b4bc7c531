import SchemagateModel
import Testing

@testable import schemagate

@Suite("environments: in the configuration")
struct EnvironmentConfigurationTests {
  private func target(_ environments: String, _ variables: [String: String]? = [:]) throws -> TargetDraft {
    let text = "targets: {shop: {migrations: db, environments: \(environments)}}"
    let reader = ConfigurationReader(environment: variables, tools: ["dbmate"])
    return try #require(try reader.read(text).targets.first)
  }

  @Test(
    "are URLs or paths of snapshots",
    arguments: [
      ("postgresql://reader@host/shop", .url("postgresql://reader@host/shop")),
      ("'sqlite:data/shop.db'", .url("sqlite:data/shop.db")), ("'${URL}'", .url("mysql://host/shop")),
      ("'${GONE}'", .unset(variable: "GONE")), ("'postgresql://${GONE}@host/shop'", .unset(variable: "GONE")),
      ("./db/production.sql", .snapshot("db/production.sql")),
    ] as [(String, TargetEnvironment.Source)])
  func kinds(written: String, source: TargetEnvironment.Source) throws {
    let found = try target("{production: \(written)}", ["URL": "mysql://host/shop"]).environments
    #expect(found == [TargetEnvironment(name: "production", source: source)])
  }

  @Test(
    "that lead out of the repository or have no value are errors with their place",
    arguments: ["../x.sql", "/x.sql", "[a]"])
  func errors(written: String) throws {
    #expect {
      try target("{production: \(written)}")
    } throws: { error in
      (error as? ConfigurationError)?.report.at == "schemagate.yml:1"
    }
  }

  @Test("hold as base has them, and a branch's are said without showing them")
  func policy() throws {
    let reader = ConfigurationReader(environment: ["SECRET": "s3cret"], tools: ["dbmate"])
    let base = try reader.read("targets: {shop: {migrations: db, environments: {production: db/p.sql}}}")
    let head = try reader.read(
      "targets: {shop: {migrations: db, environments: {production: 'postgresql://evil.example/${SECRET}'}}}")
    let policy = try Policy(base: base, head: head)
    let target = TargetDefinition(
      name: "shop", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "dbmate"),
      environments: head.targets[0].environments)
    #expect(policy.applied(to: target).environments.map(\.source) == [.snapshot("db/p.sql")])
    #expect(policy.differences == ["the branch changes `environments` of the target `shop`; base's hold"])
  }
}
