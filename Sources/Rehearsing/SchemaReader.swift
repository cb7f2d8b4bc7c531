import EngineInterface
import SchemagateModel

/// Reads a scratch database's schema as reviewers want to see it: without the tool's own objects and the ignored ones.
struct SchemaReader {
  let database: any ScratchDatabase
  let left: [NamePattern]

  init(database: any ScratchDatabase, plan: RehearsalPlan) {
    self.database = database
    self.left = plan.bookkeeping + plan.target.ignore
  }

  /// Reads the schema; what equals `previous` shares its storage.
  func read(after previous: Schema? = nil) async throws -> Schema {
    let defaults = database.defaultSchemas
    let schema = try await database.introspect().removing { identity in
      identity.kind != .schema && identity.kind != .database
        && left.contains { $0.matches(identity.name, omitting: defaults) }
    }
    guard let previous else { return schema }
    return schema.sharingObjects(with: previous)
  }
}
