package import SchemagateModel

/// A living database's schema as SQL that makes it again.
package struct SchemaScript: Sendable {
  package let engine: EngineVersion
  package let sql: String

  package init(engine: EngineVersion, sql: String) {
    self.engine = engine
    self.sql = sql
  }

  /// What stands in place of every time in a tool's own rows, so that the text doesn't change with each run.
  package static let moment = "'2000-01-01 00:00:00'"
}
