package import SchemagateModel

/// SARIF 2.1.0 (OASIS), as code scanning services read it.
package struct SARIFFormat: ReportFormat {
  package let name = "sarif"
  package let fileExtension: String? = "sarif"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    let findings = PlacedFinding.all(in: report)
    let shown = Array(findings.prefix(Self.limit))
    let rules = SARIFRules(options.rules, used: shown.map(\.finding))
    let left = findings.count - shown.count
    let log: JSONValue = .record([
      ("$schema", .text("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .text("2.1.0")),
      (
        "runs",
        .list([
          .record([
            ("tool", tool(report, rules)),
            ("automationDetails", .record([("id", .text("schemagate/\(Self.category(report))/"))])),
            ("invocations", .list([SARIFInvocation(report: report, left: left).value])),
            ("versionControlProvenance", provenance(report)),
            ("originalUriBaseIds", .record([(SARIFText.root, .record([("description", SARIFText.message(root))]))])),
            ("results", .list(shown.map { SARIFResult(placed: $0, rules: rules).value })),
          ])
        ])
      ),
    ])
    return JSONLayout(width: 120).text(of: log) + "\n"
  }

  /// GitHub stores no more results of one run, and refuses a run with five times as many.
  private static let limit = 5000

  private static func category(_ report: Report) -> String { CommentMarker(key: report.key, digest: "").key }

  private let root = "the repository's root"

  private func tool(_ report: Report, _ rules: SARIFRules) -> JSONValue {
    .record([
      (
        "driver",
        .record([
          ("name", .text(report.generator.name)), ("version", .text(report.generator.version)),
          ("rules", .list(rules.values)),
        ])
      )
    ])
  }

  private func provenance(_ report: Report) -> JSONValue? {
    guard let repository = report.repository else { return nil }
    return .list([
      .record([
        (
          "repositoryUri",
          .text("https://\(host(repository))/\(URIPath.encoded(repository.path))")
        ),
        ("revisionId", report.head?.commit.map { .text($0) }),
        ("mappedTo", .record([("uriBaseId", .text(SARIFText.root))])),
      ])
    ])
  }

  /// With its port, if it has one.
  private func host(_ repository: Report.Repository) -> String {
    URIPath.encoded(repository.host).replacing("%3A", with: ":")
  }
}

extension JSONValue {
  /// An object; a key without a value is left out.
  static func record(_ members: [(key: String, value: JSONValue?)]) -> JSONValue {
    .object(members.compactMap { member in member.value.map { Member(key: member.key, value: $0) } })
  }
}
