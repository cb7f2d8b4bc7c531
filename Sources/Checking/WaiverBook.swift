import Declaring
import SchemagateModel

/// An accepted finding's pattern: from a migration, or from the configuration.
struct Waiver: Hashable {
  let rule: String
  let on: NamePattern?
  let because: String
  /// `nil` for a lasting waiver.
  let declaration: Declaration?

  var report: WaiverReport {
    WaiverReport(
      rule: rule, on: on.map { ObjectName.dotted($0.parts) }, because: because, location: declaration?.location)
  }
}

/// The waivers that are in force.
struct WaiverBook {
  let waivers: [Waiver]
  private let matcher: ChangeMatcher
  private let knownRules: Set<String>

  init(_ evidence: Evidence) {
    knownRules = Set(RuleCatalog.all.map(\.metadata.id))
    let declared = evidence.declarations.compactMap { declaration -> Waiver? in
      guard case .allow(let rule, let on) = declaration.clause, let because = declaration.because else { return nil }
      return Waiver(rule: rule, on: on, because: because, declaration: declaration)
    }
    let lasting = evidence.waivers.filter { !$0.isOver(on: evidence.headDate) }
      .map { Waiver(rule: $0.rule, on: $0.on, because: $0.because, declaration: nil) }
    // One whose rule is misspelt is reported as that, not as unused.
    waivers = declared.filter { [knownRules] in knownRules.contains($0.rule) } + lasting
    matcher = ChangeMatcher(
      changes: [], typeNames: evidence.rehearsal?.typeNames ?? [:],
      defaultSchemas: evidence.rehearsal?.defaultSchemas ?? [])
  }

  func waiver(for judged: Judgement.Judged) -> Waiver? { waivers.first { accepts($0, judged) } }

  private func accepts(_ waiver: Waiver, _ judged: Judgement.Judged) -> Bool {
    guard waiver.rule == judged.finding.rule else { return false }
    if let declaration = waiver.declaration, declaration.migration != judged.finding.migration { return false }
    guard let pattern = waiver.on else { return true }
    if let subject = judged.subject { return names(pattern, subject) }
    return judged.finding.migration.map { pattern.matches([$0.rawValue], omitting: []) } ?? false
  }

  /// A table's name stands for what is in it.
  private func names(_ pattern: NamePattern, _ subject: ObjectIdentity) -> Bool {
    let table = subject.table ?? (subject.kind == .column ? subject.name.dropLast() : [])
    return matcher.matches(pattern, subject)
      || !table.isEmpty && matcher.matches(pattern, ObjectIdentity(kind: .table, name: table))
  }
}
