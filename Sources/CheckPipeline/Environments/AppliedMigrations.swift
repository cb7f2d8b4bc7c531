import MigrationTools
import Rehearsing
import SchemagateModel

/// What a database says of the migrations that it has applied.
enum AppliedMigrations: Hashable, Sendable {
  case known([MigrationID])
  case unknown(why: String)
}

extension AppliedMigrations {
  /// Reads a tool's notes, as a database of this schema gave them.
  init(_ answer: QueryAnswer?, in reading: SourceReading, of target: TargetDefinition, history: MigrationHistory) throws
  {
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let tables = reading.schema.objects.filter { $0.identity.kind == .table }
    let notes = tool.bookkeeping(of: target)
    let isNote = { (object: SchemaObject) in
      notes.contains { $0.matches(object.identity.name, omitting: reading.defaultSchemas) }
    }
    let holdsMore = tables.contains { !isNote($0) }
    switch answer {
    case nil: self = .unknown(why: "this version can't read what \(tool.name) notes")
    case _ where !tables.contains(where: isNote):
      self = holdsMore ? .unknown(why: "it has no table in which \(tool.name) notes them") : .known([])
    case .refused(let report)?: self = .unknown(why: "\(tool.name)'s notes can't be read: \(report.what)")
    case .rows(let rows)? where rows.isEmpty && holdsMore:
      self = .unknown(why: "the table in which \(tool.name) notes them is empty")
    case .rows(let rows)?: self = .known(tool.applied(rows, in: history))
    }
  }
}
