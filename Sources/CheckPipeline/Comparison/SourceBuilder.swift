import EngineInterface
import Rehearsing
import SchemagateModel

/// Builds a schema that exists nowhere yet, in a scratch database.
struct SourceBuilder: Sendable {
  let server: any DatabaseServer
  let events: CheckEvents

  /// `query` is put to the database once it is built.
  func build(_ plan: RehearsalPlan, of source: SchemaSource, asking query: String? = nil) async throws -> SourceReading
  {
    events.progress("building \(source.name)")
    let built = try await SchemaBuilder(server: server, plan: plan).build(asking: query)
    let notRun = built.notRun.isEmpty ? [] : [NotCompared(what: "step that isn't SQL", names: built.notRun)]
    var reading = SourceReading(
      schema: built.schema, notCompared: built.notCompared.joined(with: notRun), defaultSchemas: built.defaultSchemas,
      provided: built.provided, answer: built.answer)
    if case .script = source.contents { reading.schema = reading.schema.withoutCommonOwner() }
    return reading
  }
}

extension SourceReading {
  /// A living database's: its own objects are all that it tells.
  init(living schema: Schema, answer: QueryAnswer? = nil) {
    self.init(
      schema: schema, notCompared: schema.notCompared,
      defaultSchemas: schema.engine.name == .postgresql ? ["public"] : [], answer: answer)
  }
}
