import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("The JSON report")
struct JSONFormatTests {
  private let format = JSONFormat()

  @Test("reads back as the report that was written", arguments: Sample.allCases)
  func roundTrip(_ sample: Sample) throws {
    let read = try JSONFormat.read(Data(format.render(sample.report, RenderOptions()).utf8), from: "report.json")
    #expect(read == sample.report.sorted)
  }

  @Test("renders every format alike from what was read back", arguments: Sample.allCases)
  func rendersAlike(_ sample: Sample) throws {
    let read = try JSONFormat.read(Data(format.render(sample.report, RenderOptions()).utf8), from: "report.json")
    for format in ReportFormatCatalog.all {
      let options = RenderOptions(verbose: true)
      #expect(try format.render(read, options) == format.render(sample.report, options))
    }
  }

  @Test("of a stranger is rendered whatever its numbers are")
  func numbers() throws {
    var text = try format.render(Sample.failing.report, RenderOptions(verbose: true))
    text = text.replacing(/("milliseconds"|"line"|"base"|"head"|"rows"|"statements"): \d+/) {
      "\($0.1): \(Int.max)"
    }
    #expect(text.contains("\(Int.max)"))
    let read = try JSONFormat.read(Data(text.utf8), from: "report.json")
    for format in ReportFormatCatalog.all {
      #expect(!(try format.render(read, RenderOptions(verbose: true))).isEmpty)
    }
  }

  @Test("has its keys in the order of the contract, and nulls where a value is missing")
  func shape() throws {
    let text = try format.render(Sample.failing.report, RenderOptions())
    let keys = [
      "\"version\": 1", "\"generator\"", "\"repository\"", "\"base\"", "\"head\"", "\"mergeBase\"", "\"mergedTree\"",
      "\"verdict\"", "\"errors\"", "\"targets\"", "\"name\": \"shop\"", "\"engine\"", "\"tool\"", "\"migrations\"",
      "\"added\"", "\"edited\": []", "\"removed\": []", "\"renamed\": []", "\"skipped\": []", "\"changes\"",
      "\"checks\"",
      "\"waivers\"", "\"notChecked\"", "\"timings\"",
    ]
    var rest = text[...]
    for key in keys {
      let range = try #require(rest.firstRange(of: key), "\(key) is missing or out of order")
      rest = rest[range.upperBound...]
    }
    for null in [
      "\"on\": null", "\"base\": null", "\"head\": null", "\"reason\": null", "\"waived\": null", "\"evidence\": null",
    ] {
      #expect(text.contains(null), "\(null)")
    }
  }

  @Test("is what Foundation reads too")
  func valid() throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(format.render(Sample.hostile.report, RenderOptions()).utf8))
    let targets = try #require((object as? [String: Any])?["targets"] as? [[String: Any]])
    #expect(targets.first?["name"] as? String == Sample.hostileName)
  }

  @Test("tolerates keys that it doesn't know")
  func unknownKeys() throws {
    let text = try format.render(Sample.passing.report, RenderOptions())
      .replacing("\"version\": 1,", with: "\"version\": 1, \"future\": {\"a\": [1, 2]},")
      .replacing("\"statements\": 2,", with: "\"statements\": 2, \"lockWait\": \"ACCESS EXCLUSIVE\",")
    #expect(try JSONFormat.read(Data(text.utf8), from: "report.json") == Sample.passing.report.sorted)
  }

  @Test("says which version it can't read")
  func otherVersion() throws {
    let text = try format.render(Sample.passing.report, RenderOptions())
      .replacing("\"version\": 1,", with: "\"version\": 2, ")
    let error = try #require(throws: ReportVersionUnsupported.self) {
      try JSONFormat.read(Data(text.utf8), from: "report.json")
    }
    #expect(error.report.what == "the report has version 2, and this schemagate reads version 1")
    #expect(error.exitStatus == 2)
  }

  @Test(
    "says what is wrong with a file that is no report",
    arguments: [
      ("nonsense", "it is not JSON"), ("{}", "the key \"version\" is missing"),
      ("{\"version\": \"1\"}", "a value has the wrong type at version"),
    ])
  func unreadable(_ text: String, _ reason: String) throws {
    let error = try #require(throws: ReportUnreadable.self) {
      try JSONFormat.read(Data(text.utf8), from: "report.json")
    }
    #expect(error.report.what == "the file is not a schemagate report: \(reason)")
    #expect(error.report.at == "report.json")
  }
}
