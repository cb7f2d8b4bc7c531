package import EngineInterface
package import SchemagateModel

/// Builds a declared schema in a scratch database. What it refuses is the author's, and comes back as a value.
package struct DeclaredBuilder: Sendable {
  private let server: any DatabaseServer
  private let plan: RehearsalPlan

  /// `plan.fresh` is what is built.
  package init(server: any DatabaseServer, plan: RehearsalPlan) {
    self.server = server
    self.plan = plan
  }

  /// What became of it.
  package struct Outcome: Sendable {
    package let result: Result
    /// What the scratch world lacked.
    package let missing: [MissingPiece]

    package enum Result: Sendable {
      case built(Schema)
      case rejected(Rejection, path: String)
      /// It is in a language that we don't run.
      case notRun(language: String)
    }
  }

  /// Throws only where nothing is known: a lost server, a refused `setup:` file, a cancellation.
  package func build() async throws -> Outcome {
    let plan = plan
    return try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      let reader = SchemaReader(database: database, plan: plan)
      let walk = try await PathRunner(runner: runner, reader: reader).walk(plan.fresh)
      if let end = walk.path.end(plan) { return Outcome(result: end, missing: walk.missing) }
      return Outcome(result: .built(try await reader.read()), missing: walk.missing)
    }
  }
}

extension PathRecord {
  /// What keeps the schema from being whole; `nil` where it is.
  fileprivate func end(_ plan: RehearsalPlan) -> DeclaredBuilder.Outcome.Result? {
    if let (migration, rejection) = rejected { return .rejected(rejection, path: migration.rawValue) }
    for step in steps {
      if case .notRunnable(let language) = step.outcome { return .notRun(language: language) }
    }
    guard let open = steps.first(where: \.leftTransactionOpen) else { return nil }
    let message = "a transaction is begun and never ended, so that nothing of it stays"
    return .rejected(Rejection(cause: .migration, message: message, code: ""), path: open.migration.rawValue)
  }
}
