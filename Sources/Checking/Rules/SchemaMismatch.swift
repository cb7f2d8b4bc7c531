import SchemagateModel

/// Reports where the migrations make another schema than the declared one.
struct SchemaMismatch: Rule {
  let metadata = RuleMetadata(
    id: "schema-mismatch", title: "The migrations don't make the declared schema", check: .schema, severity: .error,
    rationale: "Whoever reads the declared schema, or sets up a database from it, or writes code against its models, "
      + "counts on what production doesn't have.",
    remedy: "Write the declared schema anew, or add a migration.",
    fires: "a migration adds a column, and the declared schema was not written anew",
    staysQuiet: "the declared schema and the one that the migrations make are equal")

  /// So many objects get a finding each; of more, the rest share one.
  private static let limit = 20

  func observations(in evidence: Evidence) -> [Observation] {
    guard let declared = evidence.declared, case .compared(let changes) = declared.head else { return [] }
    let order = changes.filter(\.isIncidental)
    let known = evidence.declared?.atBase.map(Self.families) ?? []
    let families = Self.families(declared)
    let news = families.filter { !known.contains($0.all) }
    let rest = news.count > Self.limit ? Array(news.dropFirst(Self.limit)) : []
    let shown = families.filter { family in !rest.contains { $0.all == family.all } }
    return shown.map { .mismatch($0, declared, evidence.target) } + (rest.isEmpty ? [] : [.more(rest, declared)])
      + (order.isEmpty ? [] : [.order(order, declared)])
  }

  private static func families(_ declared: DeclaredComparison) -> [ChangeFamily] {
    guard case .compared(let changes) = declared.head else { return [] }
    return ChangeFamily.families(changes.filter { !$0.isIncidental })
  }
}

extension [ChangeFamily] {
  fileprivate func contains(_ changes: [SchemaChange]) -> Bool { contains { $0.all == changes } }
}

extension Observation {
  fileprivate static func mismatch(
    _ family: ChangeFamily, _ declared: DeclaredComparison, _ target: TargetDefinition
  ) -> Self {
    Self(
      family.mismatchWords(declared.name), evidence: lines.text([family]),
      remedy: family.mismatchRemedy(declared, target), subject: family.root.identity,
      location: declared.path.map { SourceLocation(path: $0) })
  }

  fileprivate static func more(_ families: [ChangeFamily], _ declared: DeclaredComparison) -> Self {
    Self(
      "\(families.count.of("more object")) differ from what \(declared.name) declares",
      evidence: lines.text(families), location: declared.path.map { SourceLocation(path: $0) })
  }

  fileprivate static func order(_ changes: [SchemaChange], _ declared: DeclaredComparison) -> Self {
    Self(
      "The migrations make columns in another order than \(declared.name) declares",
      evidence: lines.text(changes), severity: .notice,
      remedy: "Nothing needs to be done, as long as statements name their columns.",
      location: declared.path.map { SourceLocation(path: $0) })
  }

  private static var lines: ChangeLines { ChangeLines(added: "only by the migrations", dropped: "only declared") }
}

extension ChangeFamily {
  fileprivate func mismatchWords(_ name: String) -> String {
    let object = root.identity.marked + partWords
    return switch root.verb {
    case .add: "The migrations make \(object), which \(name) doesn't declare"
    case .drop: "\(name) declares \(object), which no migration makes"
    case .alter, .rename: "The migrations make \(object) otherwise than \(name) declares"
    }
  }

  fileprivate func mismatchRemedy(_ declared: DeclaredComparison, _ target: TargetDefinition) -> String {
    let renewal = declared.renewal(target)
    return switch root.verb {
    case .add: "\(renewal); or take the object away in a new migration, if nobody needs it."
    case .drop: "Add a migration that makes it, or take it out of \(declared.holder(target)) if it isn't wanted."
    case .alter, .rename:
      "Add a migration that changes it; or, if the migrations are right: \(renewal.lowercasedStart)."
    }
  }
}

extension DeclaredComparison {
  /// Where somebody takes something out of the declared schema.
  fileprivate func holder(_ target: TargetDefinition) -> String {
    if case .command? = target.schema { return "the models" }
    return name
  }

  fileprivate func renewal(_ target: TargetDefinition) -> String {
    if case .command? = target.schema { return "Declare it in the models as the migrations make it" }
    guard let path else { return "Declare it in \(name) as the migrations make it" }
    return "Write \(Marked.code(path)) anew with the tool that wrote it, or with `schemagate snapshot --output \(path)`"
  }
}

extension String {
  fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
