import SchemagateModel

/// What was sent to the server, statement by statement, folded by migration.
struct TracePart {
  let links: SourceLink
  let target: TargetReport

  private static let perMigration = 200
  private static let migrations = 200

  var part: PagePart {
    let traced = target.migrations.all.filter { !($0.step?.trace ?? []).isEmpty }
    let count = traced.map { $0.step?.trace?.count ?? 0 }.reduce(0, +)
    return PagePart(
      "trace", "Statements", count: count == 0 ? nil : count,
      traced.prefix(Self.migrations).map(details) + [
        HTML.more(traced.count - Self.migrations, "migration", "migrations")
      ]
    )
  }

  private func details(_ migration: MigrationReport) -> HTML {
    let trace = migration.step?.trace ?? []
    let isRejected = trace.contains(where: \.rejected)
    let mark: HTML = isRejected ? " <span class=\"bad\">✗&nbsp;rejected</span>" : ""
    let title: HTML =
      "\(code: migration.words) <span class=\"faint\">\(text: Count.of(trace.count, "statement", "statements"))</span>\(mark)"
    return HTML.details(
      title,
      [
        HTML.table(
          "Statements of \(text: migration.words)", ["Line", "Statement", "Answer", "Rows", "Time"],
          trace.prefix(Self.perMigration).map { row($0, in: migration.path) }),
        HTML.more(trace.count - Self.perMigration, "statement", "statements"),
      ], isOpen: isRejected)
  }

  private func row(_ statement: StatementReport, in path: String) -> [HTML] {
    let place = statement.line.map { line -> HTML in
      HTML.link("\(raw: line)", links.url(SourceLocation(path: path, line: line)))
    }
    return [
      place ?? "<span class=\"faint\">–</span>", "\(code: statement.text)",
      statement.rejected
        ? "<span class=\"bad\">✗&nbsp;rejected</span>"
        : statement.tag.map { "<span class=\"faint\">\(text: $0)</span>" } ?? "",
      statement.rows.map { "\($0)" } ?? "",
      statement.milliseconds.map { "<span class=\"nowrap\">\(text: Self.time($0))</span>" } ?? "",
    ]
  }

  /// `0.4 ms`, and from ten milliseconds on like every other time.
  static func time(_ milliseconds: Double) -> String {
    guard milliseconds.isFinite, milliseconds >= 0, milliseconds < 1e12 else { return "?" }
    let tenths = Int((milliseconds * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) ms" : Count.time(milliseconds: Int(milliseconds.rounded()))
  }
}
