import SchemagateModel

/// Every rule that there is, whether it speaks or not, so that a reader finds its help and knows what passed.
struct SARIFRules {
  let values: [JSONValue]
  private let positions: [String: Int]

  /// A rule that a report names and nobody knows is listed too, by its name alone.
  init(_ known: [RuleMetadata], used findings: [Finding]) {
    let names = Set(known.map { SARIFText.id($0.id) })
    let unknown = Set(findings.map { SARIFText.id($0.rule) }).subtracting(names).sorted()
    values = known.map(Self.descriptor) + unknown.map(Self.descriptor)
    let ids = known.map { SARIFText.id($0.id) } + unknown
    positions = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  func position(of rule: String) -> Int { positions[SARIFText.id(rule)] ?? -1 }

  private static func descriptor(_ rule: RuleMetadata) -> JSONValue {
    .record([
      ("id", .text(SARIFText.id(rule.id))), ("name", .text(name(rule.id))),
      ("shortDescription", SARIFText.message(Spoken.plain(rule.title), limit: 1000)),
      ("fullDescription", SARIFText.message(Spoken.plain(rule.rationale), limit: 1000)),
      ("help", help(rule)),
      ("defaultConfiguration", .record([("level", .text(SARIFText.level(rule.severity)))])),
      (
        "properties",
        .record([
          ("tags", .list([.text("database"), .text("migration"), .text(rule.check.rawValue)])),
          ("precision", .text("very-high")), ("problem.severity", .text(weight(rule.severity))),
        ])
      ),
    ])
  }

  private static func descriptor(_ id: String) -> JSONValue {
    .record([("id", .text(id)), ("shortDescription", SARIFText.message(id, limit: 1000))])
  }

  private static func help(_ rule: RuleMetadata) -> JSONValue {
    let parts = [
      ("Why", rule.rationale), ("What to do", rule.remedy), ("Speaks", rule.fires), ("Stays quiet", rule.staysQuiet),
    ]
    let plain = parts.map { "\($0): \(Spoken.plain($1))" } + ["More: schemagate explain \(rule.id)"]
    let markdown =
      parts.map { title, text -> Markdown in "**\(text: title):** \(sentence: text)" }
      + ["More: \(code: "schemagate explain \(rule.id)")"]
    return .object([
      .init(key: "text", value: .text(plain.joined(separator: "\n\n"))),
      .init(key: "markdown", value: .text(Markdown.joined(markdown, separator: "\n\n").source)),
    ])
  }

  /// `rollback-residue` as `RollbackResidue`.
  private static func name(_ id: String) -> String { id.split(separator: "-").map { $0.capitalized }.joined() }

  /// GitHub's words.
  private static func weight(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .notice: "recommendation"
    }
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
