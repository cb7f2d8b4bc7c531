internal import SQLSyntax
package import SchemagateModel

/// A file of SQL that belongs to no migration tool, a dump for example, as the one step of a plan.
package struct ScriptFile {
  private let text: SourceText
  private let engine: EngineKind

  /// `text` knows its own path.
  package init(_ text: SourceText, engine: EngineKind) {
    self.text = text.withoutSandbox
    self.engine = engine
  }

  /// The first command of the server's client program, and where it stands. `DELIMITER` says where a statement ends, and
  /// we read it so; `pg_dump` writes `\restrict` and `\unrestrict` around
  /// its output; they only guard against other commands, and are passed over.
  package var metaCommand: (name: String, location: SourceLocation)? {
    for found in SQLSplitter(dialect: engine).metaCommands(of: text) {
      let name = String(found.text.prefix { !$0.isWhitespace })
      guard !["\\restrict", "\\unrestrict", "delimiter"].contains(name.lowercased()) else { continue }
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

extension SourceText {
  /// `mariadb-dump` begins with `/*M!999999\- enable the sandbox mode */`, a command of the client program inside a comment,
  /// which only guards against other such commands.
  fileprivate var withoutSandbox: SourceText {
    guard text.hasPrefix("/*M!999999\\-") else { return self }
    return SourceText(path: path, line: line, column: column, text: String(text.drop { !$0.isNewline }))
  }
}
