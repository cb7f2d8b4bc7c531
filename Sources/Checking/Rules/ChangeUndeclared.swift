import Declaring
import SchemagateModel

/// Reports changes that happened and that their author didn't declare.
struct ChangeUndeclared: Rule {
  let metadata = RuleMetadata(
    id: "change-undeclared", title: "A change isn't declared", check: .expectations, severity: .error,
    rationale:
      "The change loses data, changes who has access, or breaks code that is still deployed; nothing shows that "
      + "its author knows.",
    remedy: "If the change is meant, add the line below to the migration; if not, correct the migration.",
    fires: "`ALTER TABLE users DROP COLUMN phone` without `-- schemagate: expect drop column users.phone because …`",
    staysQuiet: "the migration declares the drop, or it only adds a nullable column")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.appliedSteps.flatMap { step in groups(in: step, evidence).map { observation($0, step, evidence) } }
  }

  /// A change with those that it makes: a dropped table and its columns are one thing to say.
  private struct Group {
    let change: SchemaChange
    let parts: [SchemaChange]
    var consequence: Consequence { ([change] + parts).map(\.consequence).max() ?? change.consequence }
  }

  private func groups(in step: StepRecord, _ evidence: Evidence) -> [Group] {
    let matcher = evidence.matcher(of: step)
    let undeclared = undeclared(in: step, matcher, evidence)
    let known = Set(undeclared)
    var parts: [SchemaChange: [SchemaChange]] = [:]
    var roots: [SchemaChange] = []
    for change in undeclared {
      if let root = matcher.owners(of: change).last(where: known.contains) {
        parts[root, default: []].append(change)
      } else {
        roots.append(change)
      }
    }
    return roots.map { Group(change: $0, parts: parts[$0] ?? []) }
  }

  private func undeclared(in step: StepRecord, _ matcher: ChangeMatcher, _ evidence: Evidence) -> [SchemaChange] {
    let isExact = evidence.isExact(step.migration)
    let expected = evidence.expectations(of: step.migration).map(\.change)
    return step.changes.filter { change in
      isRequired(change, policy: evidence.target.expectations, isExact: isExact)
        && !expected.contains { matcher.covers($0, change) }
    }
  }

  private func isRequired(_ change: SchemaChange, policy: ExpectationPolicy, isExact: Bool) -> Bool {
    switch policy {
    case .all: true
    case .consequential: isExact || change.consequence > .harmless
    case .none: isExact
    }
  }

  private func observation(_ group: Group, _ step: StepRecord, _ evidence: Evidence) -> Observation {
    .undeclared(
      group.change, parts: group.parts, consequence: group.consequence, migration: step.migration,
      path: evidence.path(of: step.migration), isExact: evidence.isExact(step.migration))
  }
}

extension Evidence {
  /// Whether the author says that nothing happens but what is declared.
  fileprivate func isExact(_ migration: MigrationID) -> Bool {
    declarations.contains { $0.migration == migration && $0.clause == .expectNothingElse }
  }
}

extension Observation {
  fileprivate static func undeclared(
    _ change: SchemaChange, parts: [SchemaChange], consequence: Consequence, migration: MigrationID, path: String,
    isExact: Bool
  ) -> Self {
    let effect = consequence == .harmless ? "" : ", which \(consequence.rawValue)"
    let contrary = isExact ? ", although it expects nothing else" : ""
    return Self(
      "\(path) does not declare: \(change.words)\(partWords(parts))\(effect)\(contrary)",
      evidence: ([change] + parts).listing(), severity: isExact ? .error : consequence.severity, migration: migration,
      subject: change.identity, location: SourceLocation(path: path),
      declarations: [DeclarationWriter.declarationLine(for: change)])
  }

  private static func partWords(_ parts: [SchemaChange]) -> String {
    let kinds = Dictionary(grouping: parts, by: \.identity.kind).sorted { $0.key < $1.key }
    guard !kinds.isEmpty else { return "" }
    return " with " + kinds.map { $1.count.of($0.rawValue) }.joined(separator: ", ")
  }
}

extension Consequence {
  fileprivate var severity: Severity {
    switch self {
    case .harmless, .breaksUse: .warning
    case .widensAccess, .losesAccess, .losesData: .error
    }
  }
}
