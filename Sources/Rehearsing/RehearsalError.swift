package import SchemagateModel

/// Why a rehearsal could not be brought to its end.
package enum RehearsalError: ReportedError {
  /// A step that was applied once was rejected when the same path was run again.
  case notRepeatable(MigrationID, String)
  /// The database refused what the tool sends before its first step.
  case preparationRejected(message: String, statement: String?)
  /// A schema that was to be built for a comparison was refused on the way.
  case buildRejected(Rejection, path: String)
  /// A script began a transaction and never ended it, so that nothing of it was kept.
  case buildLeftOpen(path: String)
  /// A program is to be run where no copies of the files were made.
  case noPrograms(String)
  /// The program said of other migrations than the files tell of that it ran them.
  case programRanOthers(unexpected: [MigrationID], left: [MigrationID])
  /// The program succeeded, and its notes in the scratch database don't say so.
  case programLeftNoTrace(ProgramCall.Proof, isReadable: Bool)
  /// Every step of a program succeeded, and the scratch database is as empty as it was.
  case programLeftNothing(String)
}

extension RehearsalError {
  package var report: ErrorReport {
    switch self {
    case .notRepeatable(let migration, let message):
      ErrorReport(
        what: "migration \(migration) was applied once, but rejected when the same history ran again on a new "
          + "database: \(message)",
        try: "look for a step that depends on the time, on chance, or on something outside the database")
    case .preparationRejected(let message, let statement):
      ErrorReport(
        what: "the database refused what the migration tool sends before its first step: \(message)", at: statement,
        try: "check `setup:`, `session:` and `tool: {table: …}` in schemagate.yml")
    case .buildRejected(let rejection, let path):
      ErrorReport(
        what:
          "the database refused a statement: \(rejection.message)\(rejection.code.isEmpty ? "" : " (\(rejection.code))")",
        at: rejection.location.map(Self.place) ?? path, try: rejection.remedy)
    case .buildLeftOpen(let path):
      ErrorReport(
        what: "a transaction is begun and never ended, so that nothing of it stays", at: path,
        try: "end it with COMMIT")
    case .noPrograms(let command):
      ErrorReport(
        what: "`\(command)` has to run on the files of a whole revision, of which there is no copy here",
        try: "name a revision instead of a folder: schemagate diff main HEAD")
    case .programLeftNoTrace(let proof, let isReadable):
      ErrorReport(
        what: "\(proof.program) did not use the database that it was given: it succeeded, and there "
          + (isReadable
            ? "\(proof.place) \(Self.expectation(proof))" : "\(proof.place) isn't to be found"),
        try: proof.advice)
    case .programLeftNothing(let command):
      ErrorReport(
        what: "`\(command)` succeeded like all the others, and the database that it was given is still empty",
        try: "let the program connect to DATABASE_URL, or write the address that it expects with `tool: {url: …}` or "
          + "`tool: {environment: {NAME: \"{url}\"}}`")
    case .programRanOthers(let unexpected, let left):
      ErrorReport(
        what: "the migration tool's program ran other migrations than the files tell of: "
          + [Self.list("it ran", unexpected), Self.list("it left out", left)].compactMap(\.self).joined(separator: "; "),
        try: "compare `schemagate check --history-only` with the tool's own listing; if the files were read wrongly, "
          + "please report it")
    }
  }

  private static func expectation(_ proof: ProgramCall.Proof) -> String {
    proof.holds.isEmpty
      ? "still holds \(proof.lacks.joined(separator: ", "))" : "doesn't hold \(proof.holds.joined(separator: ", "))"
  }

  private static func list(_ verb: String, _ migrations: [MigrationID]) -> String? {
    guard !migrations.isEmpty else { return nil }
    let names = migrations.prefix(5).map(\.rawValue).joined(separator: ", ")
    return "\(verb) \(names)" + (migrations.count > 5 ? " and \(migrations.count - 5) more" : "")
  }

  private static func place(_ location: SourceLocation) -> String {
    location.path + (location.line.map { ":\($0)" } ?? "")
  }
}

extension Rejection {
  fileprivate var remedy: String? {
    switch cause {
    case .environment(let piece): piece.advice ?? piece.setup.map { "provide it in a `setup:` file: \($0)" } ?? hint
    case .migration: hint ?? "correct the statement; the schema is only known where all of it runs"
    case .timeLimit(let seconds): "it did not end within \(seconds) s; look for a loop, or a wait"
    }
  }
}
