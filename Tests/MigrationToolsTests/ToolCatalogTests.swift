import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("the catalogue of tools")
struct ToolCatalogTests {
  @Test("holds each name once")
  func uniqueNames() {
    let names = ToolCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("has cases for every tool, and no cases for others")
  func everyToolHasCases() throws {
    // Nothing in a repository says that it is run by commands which only its configuration names.
    let detected = Set(ToolCatalog.all.map(\.name)).subtracting(["command"])
    #expect(Set(try CaseFolder.tools()) == detected)
  }

  @Test("leaves no folder to two tools that are as sure of it", arguments: try CaseFolder.all())
  func claimsAreSettled(example: CaseFolder) throws {
    let claims = ToolCatalog.all.flatMap { $0.detect(in: example.listing) }
    for (folder, rivals) in Dictionary(grouping: claims, by: \.target.migrations) {
      let best = try #require(rivals.map(\.confidence).max())
      let winners = rivals.filter { $0.confidence == best }.map(\.target.tool.name)
      #expect(winners == [example.tool], "\(folder)")
    }
  }

  @Test("detects every case as its own tool's", arguments: try CaseFolder.all())
  func casesAreDetected(example: CaseFolder) {
    let targets = detectTargets(in: example.listing).targets
    #expect(!targets.isEmpty)
    #expect(targets.allSatisfy { $0.tool.name == example.tool })
  }

  @Test("calls every file of a case's folders an input", arguments: try CaseFolder.all())
  func inputs(example: CaseFolder) throws {
    for target in detectTargets(in: example.listing).targets {
      let tool = try ToolCatalog.tool(named: target.tool.name)
      let scripts = tool.history(of: target, in: example.files).migrations.compactMap { $0.up?.path }
      for path in scripts { #expect(tool.isInput(path, of: target) && mayBeInput(path)) }
    }
  }

  @Test("answers a misspelt name with the nearest one")
  func nearest() throws {
    #expect(try ToolCatalog.tool(named: "diesel").name == "diesel")
    #expect(throws: UnknownTool(name: "golang-migrat", nearest: "golang-migrate")) {
      try ToolCatalog.tool(named: "golang-migrat")
    }
    #expect(ToolCatalog.nearestName(to: "hibernate-envers") == nil)
  }
}

extension CaseFolder: CustomTestStringConvertible {
  var testDescription: String { "\(tool)/\(name)" }
}
