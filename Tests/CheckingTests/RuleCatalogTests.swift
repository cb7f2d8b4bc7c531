import Checking
import SchemagateModel
import Testing

@Suite("the catalogue of rules")
struct RuleCatalogTests {
  @Test("ids are unique and written in kebab case")
  func idsAreUnique() {
    let ids = RuleCatalog.all.map(\.metadata.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 26)
    #expect(ids.allSatisfy { id in id.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  @Test("each rule says why it is there, what to do, and when it speaks", arguments: RuleCatalog.all.map(\.metadata))
  func rulesExplainThemselves(metadata: RuleMetadata) {
    for text in [metadata.title, metadata.rationale, metadata.remedy, metadata.fires, metadata.staysQuiet] {
      #expect(!text.isEmpty)
    }
    #expect(!metadata.title.hasSuffix("."))
    #expect(metadata.remedy.hasSuffix("."))
  }
}
