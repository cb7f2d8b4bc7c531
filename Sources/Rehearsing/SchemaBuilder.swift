package import EngineInterface
package import SchemagateModel

/// Builds the schema of a whole history in a scratch database, without observing anything on the way.
package struct SchemaBuilder: Sendable {
  private let server: any DatabaseServer
  private let plan: RehearsalPlan

  /// `plan.fresh` is what is built.
  package init(server: any DatabaseServer, plan: RehearsalPlan) {
    self.server = server
    self.plan = plan
  }

  /// The schema, and what stands between it and the one that the tool would make.
  package struct Outcome: Sendable {
    package let schema: Schema
    /// What the database holds and the schema doesn't tell of.
    package let notCompared: [NotCompared]
    package let defaultSchemas: Set<String>
    /// What the scratch world lacked and was provided with.
    package let provided: [MissingPiece]
    /// Steps in a language that we don't run, by their files.
    package let notRun: [String]
    /// What the database said to the query that was given.
    package let answer: QueryAnswer?
  }

  /// Throws where a step is refused: a schema that was built in part is none that could be compared.
  package func build(asking query: String? = nil) async throws -> Outcome {
    let plan = plan
    return try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      let reader = SchemaReader(database: database, plan: plan)
      let walk = try await PathRunner(runner: runner, reader: reader).walk(plan.fresh)
      try plan.refuse(walk.path)
      let schema = try await reader.read()
      return Outcome(
        schema: schema, notCompared: schema.notCompared.joined(with: try await database.notCompared()),
        defaultSchemas: database.defaultSchemas, provided: walk.missing, notRun: walk.path.notRun.map(plan.path),
        answer: try await QueryAnswer(asking: query) { try await database.rows(of: $0) })
    }
  }
}

extension SchemaBuilder {
  /// A whole schema as text.
  package struct Script: Sendable {
    package let engine: EngineVersion
    package let sql: String
    /// What was applied, in order.
    package let applied: [MigrationID]
    package let provided: [MissingPiece]
    package let notRun: [String]
  }

  /// The schema as SQL that makes it again, with the rows of the tool's own tables. Throws where a step is refused.
  package func script() async throws -> Script {
    let plan = plan
    return try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      let reader = SchemaReader(database: database, plan: plan)
      let walk = try await PathRunner(runner: runner, reader: reader).walk(plan.fresh)
      try plan.refuse(walk.path)
      let sql = try await database.script(withRowsOf: plan.bookkeeping)
      return Script(
        engine: server.version, sql: sql, applied: walk.path.steps.map(\.migration), provided: walk.missing,
        notRun: walk.path.notRun.map(plan.path))
    }
  }
}

extension RehearsalPlan {
  /// Throws where a schema that was to be built wasn't.
  func refuse(_ record: PathRecord) throws {
    if let (migration, rejection) = record.rejected {
      throw RehearsalError.buildRejected(rejection, path: path(of: migration))
    }
    if let open = record.steps.first(where: \.leftTransactionOpen) {
      throw RehearsalError.buildLeftOpen(path: path(of: open.migration))
    }
  }

  fileprivate func path(of migration: MigrationID) -> String {
    fresh.steps.first { $0.migration == migration }?.script.path ?? migration.rawValue
  }
}

extension PathRecord {
  fileprivate var notRun: [MigrationID] {
    steps.compactMap { step in
      if case .notRunnable = step.outcome { step.migration } else { nil }
    }
  }
}
