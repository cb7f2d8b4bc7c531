import SchemagateModel

/// Each statement as it was carried out, folded. Times aren't shown: they differ from run to run, and the comment would
/// be posted anew each time.
struct StatementTrace {
  let target: TargetReport

  private static let mostStatements = 60
  private static let mostMigrations = 20

  var sections: [Markdown] {
    let traces = target.migrations.all.compactMap { migration in
      migration.step?.trace.map { (migration: migration, statements: $0) }
    }.filter { !$0.statements.isEmpty }
    let count = traces.map(\.statements.count).reduce(0, +)
    guard count > 1 || traces.contains(where: \.statements.saysMoreThanTheFile) else { return [] }
    let shown = traces.prefix(Self.mostMigrations).flatMap { trace in
      [heading(trace.migration, trace.statements), table(trace.statements)]
    }
    let rest = traces.count - Self.mostMigrations
    let more: [Markdown] = rest > 0 ? ["… and \(text: Count.of(rest, "more migration", "more migrations"))"] : []
    return [Markdown.details("\(html: Count.of(count, "statement", "statements"))", shown + more)]
  }

  /// A statement is known by its beginning; the end of a cut one says nothing. It is cut between two words, if they are
  /// of an ordinary length.
  private static func beginning(_ text: String, limit: Int = 110) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    let start = String(text.unicodeScalars.prefix(limit))
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? ""
    return (words.count * 2 > start.count ? String(words) : start).trimmingSuffix + " …"
  }

  private func heading(_ migration: MigrationReport, _ statements: [StatementReport]) -> Markdown {
    let transaction: Markdown = migration.step.map { " · \($0.transaction.words)" } ?? ""
    return "\(code: migration.words)\(transaction)"
  }

  private func table(_ statements: [StatementReport]) -> Markdown {
    let rows = statements.prefix(Self.mostStatements).map { statement -> [Markdown] in
      let mark: Markdown = statement.rejected ? "❌ rejected" : ""
      // A statement that touches nothing has no rows to speak of.
      let rows: Markdown = statement.rows.flatMap { $0 > 0 ? "\($0)" : nil } ?? ""
      return [
        statement.line.map { "\(text: String($0))" } ?? "", "\(code: Self.beginning(statement.text))", rows, mark,
      ]
    }
    let rest = statements.count - Self.mostStatements
    let more: [[Markdown]] = rest > 0 ? [["", "… and \(rest) more", "", ""]] : []
    return Markdown.table(["Line", "Statement", "Rows", "Outcome"], rows + more)
  }
}

extension [StatementReport] {
  /// Whether the server did something with them that the migration's text doesn't show.
  fileprivate var saysMoreThanTheFile: Bool { contains { $0.rejected || ($0.rows ?? 0) > 0 } }
}

extension String {
  /// Without what a cut left dangling: white space, and a `…` that stands for a value.
  fileprivate var trimmingSuffix: String {
    String(reversed().drop { $0.isWhitespace || $0 == "…" }.reversed())
  }
}
