import SchemagateModel

/// One finding.
struct SARIFResult {
  let placed: PlacedFinding
  let rules: SARIFRules

  private var finding: Finding { placed.finding }

  var value: JSONValue {
    .record([
      ("ruleId", .text(SARIFText.id(finding.rule))),
      ("ruleIndex", .number(String(rules.position(of: finding.rule)))),
      ("level", .text(SARIFText.level(finding.severity))),
      ("message", SARIFText.message(FindingText.body(finding))),
      ("locations", .list([location])),
      // The name that GitHub reads; without it, it would hash the line.
      ("partialFingerprints", .record([("primaryLocationLineHash", .text("\(placed.fingerprint):1"))])),
      ("baselineState", .text(finding.existing ? "unchanged" : "new")),
      ("suppressions", .list(suppressions)),
      ("properties", properties),
    ])
  }

  private var location: JSONValue {
    let place = placed.place
    return .record([
      (
        "physicalLocation",
        .record([
          (
            "artifactLocation",
            .record([("uri", .text(URIPath.encoded(place.path))), ("uriBaseId", .text(SARIFText.root))])
          ),
          ("region", .record([("startLine", .number(String(place.firstLine)))])),
        ])
      ),
      (
        "logicalLocations",
        finding.object.map { .list([.record([("fullyQualifiedName", .text(VisibleText.line($0)))])]) }
      ),
    ])
  }

  private var suppressions: [JSONValue] {
    guard let reason = finding.waived else { return [] }
    return [
      .record([
        ("kind", .text(isInConfiguration(reason) ? "external" : "inSource")), ("status", .text("accepted")),
        ("justification", .text(VisibleText.line(reason, limit: 1000))),
      ])
    ]
  }

  private func isInConfiguration(_ reason: String) -> Bool {
    let waiver = placed.target.waivers.first { $0.rule == finding.rule && $0.because == reason }
    guard let path = waiver?.location?.path else { return false }
    return path.hasSuffix(".yml") || path.hasSuffix(".yaml")
  }

  private var properties: JSONValue {
    .record([
      ("target", .text(VisibleText.line(placed.target.name))),
      ("migration", finding.migration.map { .text(VisibleText.line($0.rawValue)) }),
    ])
  }
}
