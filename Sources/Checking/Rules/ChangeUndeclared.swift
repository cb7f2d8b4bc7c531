import Declaring
import SchemagateModel

/// Reports changes that happened and that their author didn't declare.
struct ChangeUndeclared: Rule {
  let metadata = RuleMetadata(
    id: "change-undeclared", title: "A change isn't declared", check: .expectations, severity: .error,
    rationale:
      "The change loses data, changes who has access, or breaks code that is still deployed; nothing shows that "
      + "its author knows.",
    remedy: "If the change is meant, declare it in the migration's up part; if not, take it out.",
    fires:
      "`ALTER TABLE customers DROP COLUMN email` stands without `-- schemagate: expect drop column customers.email because …`",
    staysQuiet: "the migration declares the drop, or it only adds a nullable column")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.appliedSteps.flatMap { step -> [Observation] in
      let matcher = evidence.matcher(of: step)
      return ChangeFamily.families(undeclared(in: step, matcher, evidence), matcher).map { family in
        .undeclared(
          family, migration: step.migration, path: evidence.path(of: step.migration),
          location: evidence.place(of: family.root, in: step.migration), isExact: evidence.isExact(step.migration))
      }
    }
  }

  private func undeclared(in step: StepRecord, _ matcher: ChangeMatcher, _ evidence: Evidence) -> [SchemaChange] {
    let isExact = evidence.isExact(step.migration)
    let expected = evidence.expectations(of: step.migration).map(\.change)
    return step.changes.filter { change in
      isRequired(change, policy: evidence.target.expectations, isExact: isExact)
        && !change.isCounterOnly && !expected.contains { matcher.covers($0, change) }
    }
  }

  private func isRequired(_ change: SchemaChange, policy: ExpectationPolicy, isExact: Bool) -> Bool {
    switch policy {
    case .all: true
    case .consequential: isExact || change.consequence > .harmless
    case .none: isExact
    }
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
    _ family: ChangeFamily, migration: MigrationID, path: String, location: SourceLocation?, isExact: Bool
  ) -> Self {
    let consequence = family.all.map(\.consequence).max() ?? .harmless
    let contrary = isExact ? ", although it expects nothing else" : ""
    return Self(
      "\(Marked.file(path)) \(family.root.deed)\(family.partWords) without declaring it"
        + contrary + family.root.effect(consequence),
      evidence: evidence(family), severity: isExact ? .error : consequence.severity,
      remedy: family.root.renamingRemedy, migration: migration,
      subject: family.root.identity, location: location,
      declarations: [DeclarationWriter.declarationLine(for: family.root)])
  }

  /// What goes or differs, and who gets in; what else is new stands in the migration itself.
  private static func evidence(_ family: ChangeFamily) -> String? {
    switch family.root.verb {
    case .drop, .alter: ChangeLines().text([family])
    case .add: family.root.identity.kind == .policy ? ChangeLines().text([family]) : nil
    case .rename: nil
    }
  }
}

extension SchemaChange {
  /// The statement that keeps the rows, in the words of the one server that can tell; `nil` leaves it at the rule's own
  /// remedy.
  fileprivate var renamingRemedy: String? {
    guard verb == .drop, let notRename, let old = identity.name.last, let new = notRename.name.last else { return nil }
    let isColumn = identity.kind == .column
    let table = SQLName.dotted(isColumn ? Array(identity.name.dropLast()) : identity.name, on: .postgresql)
    let action = isColumn ? "RENAME COLUMN \(SQLName.dotted([old], on: .postgresql)) TO" : "RENAME TO"
    let statement = Marked.code("ALTER TABLE \(table) \(action) \(SQLName.dotted([new], on: .postgresql));")
    return "If a rename was meant, write \(statement), which keeps the rows. If the drop is meant, declare it in the "
      + "migration's up part."
  }

  /// What the change means, as the end of a sentence about it.
  fileprivate func effect(_ consequence: Consequence) -> String {
    switch consequence {
    case .harmless: ""
    case .breaksUse: verb.breaking
    case .widensAccess: ": somebody gains access"
    case .losesAccess: ": somebody loses access"
    case .losesData: verb == .drop ? ": its data is lost" : ": data can be lost"
    }
  }
}

extension SchemaChange.Verb {
  fileprivate var breaking: String {
    switch self {
    case .drop: ": what still relies on it breaks"
    case .rename: ": what still uses the old name breaks"
    case .add, .alter: ": code that is still deployed can break"
    }
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
