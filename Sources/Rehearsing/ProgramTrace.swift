import SchemagateModel

extension RehearsalPlan {
  /// Of a program whose notes nobody can read, only what it makes shows that it used the database that it was given.
  func requireTrace(of outcome: ObservedPath.Outcome) throws {
    guard let command = unprovedCommand, let base = outcome.observed.schemas.first, let head = outcome.headSchema,
      base.isBare, head.isBare
    else { return }
    throw RehearsalError.programLeftNothing(command)
  }

  private var unprovedCommand: String? {
    for step in base.steps + upgrade.steps {
      if case .command(let call) = step.script.body, call.proof == nil { return call.words.joined(separator: " ") }
    }
    return nil
  }
}

extension Schema {
  private static let made: Set<ObjectKind> = [
    .table, .view, .materializedView, .sequence, .function, .procedure, .enumType, .domain, .compositeType,
  ]

  /// Whether it holds nothing that a migration would make.
  fileprivate var isBare: Bool { !objects.contains { Self.made.contains($0.identity.kind) } }
}
