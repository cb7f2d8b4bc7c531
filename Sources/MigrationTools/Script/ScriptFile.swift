internal import SQLSyntax
package import SchemagateModel

/// A file of SQL that belongs to no migration tool, a dump for example, as the one step of a plan.
package struct ScriptFile {
  private let text: SourceText
  private let engine: EngineKind

  /// `text` knows its own path.
  package init(_ text: SourceText, engine: EngineKind) {
    self.text = text
    self.engine = engine
  }

  /// The first command of the server's client program, and where it stands. `DELIMITER` says where a statement ends, and
  /// we read it so; `pg_dump` writes `\restrict` and `\unrestrict` around
  /// its output, and `mariadb-dump` writes `\-` before it; they only guard against other commands, and are passed over.
  package var metaCommand: (name: String, location: SourceLocation)? {
    for found in SQLSplitter(dialect: engine).metaCommands(of: text) {
      let name = String(found.text.prefix { !$0.isWhitespace })
      guard !["\\restrict", "\\unrestrict", "\\-", "delimiter"].contains(name.lowercased()) else { continue }
      return (name, SourceLocation(path: path, line: found.line, column: found.column))
    }
    return nil
  }

  /// Statement by statement, in the transactions that the file itself opens.
  package var plan: ToolPlan {
    let script = MigrationScript(
      path: path, body: .sql(SQLSplitter(dialect: engine).statements(of: text)), transaction: .none, contentID: path)
    return ToolPlan(steps: [Step(migration: MigrationID(path), direction: .up, script: script)])
  }

  private var path: String { text.path ?? "SQL" }
}
