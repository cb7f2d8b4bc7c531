package import SchemagateModel

/// What stops a target's check before any server is started.
package enum TargetError: ReportedError {
  case setupMissing(path: String, target: String)
  case snapshotMissing(path: String, environment: String)
  case schemaMissing(path: String, target: String)
  case schemaCommand(String, target: String)
  case engineUnsupported(EngineKind, target: String)
  /// Neither base nor head has a migration where the target's are looked for.
  case noMigrations(TargetDefinition, unreadable: [String: String])
  /// A migration that is no file of the repository.
  case hidden(path: String, why: String)
  /// Placeholders of the migrations that the configuration gives no value.
  case variablesMissing([LackingVariable], target: String, lines: String)
  /// Only a program of the branch's knows the migrations, and none may run.
  case listedByProgram(target: String)
  /// A check ended without a report on this target.
  case lost
  /// The whole check took longer than it may.
  case outOfTime(Duration)
}

extension TargetError {
  package var exitStatus: Int32 {
    switch self {
    case .setupMissing, .snapshotMissing, .schemaMissing, .schemaCommand, .noMigrations: 2
    case .engineUnsupported, .outOfTime, .lost, .hidden, .variablesMissing, .listedByProgram: 3
    }
  }

  package var report: ErrorReport {
    switch self {
    case .setupMissing(let path, let target):
      ErrorReport(
        what: "the setup file \(path) of target \(target) doesn't exist at head",
        at: TargetInputs.configurationFile, try: "add the file, or take it out of `setup:`")
    case .snapshotMissing(let path, let environment):
      ErrorReport(
        what: "there is no snapshot of \(environment)", at: path,
        try: "commit it there, or correct the path under `environments:`")
    case .schemaMissing(let path, let target):
      ErrorReport(
        what: "there is no SQL at \(path), where target \(target) declares its schema at head",
        at: TargetInputs.configurationFile, try: "add it: schemagate snapshot --output \(path)")
    case .schemaCommand(let command, let target):
      ErrorReport(
        what: "the command that builds the declared schema of target \(target) can't be taken apart: \(command)",
        at: TargetInputs.configurationFile, try: "close its quotes")
    case .engineUnsupported(let engine, let target):
      ErrorReport(
        what: "target \(target) runs on \(engine.rawValue), which this version doesn't check",
        try: "check the other targets with `--target NAME`, or leave this one out of schemagate.yml")
    case .noMigrations(let target, let unreadable):
      ErrorReport(
        what: "target \(target.name) has no migrations, neither at base nor at head"
          + unreadable.sorted { $0.key < $1.key }.map { "; \($0.key): \($0.value)" }.joined(),
        at: target.migrations.joined(separator: ", "),
        try: "name the folder that holds them under `migrations:`, or take the target out of schemagate.yml")
    case .hidden(let path, let why):
      ErrorReport(
        what: "a migration can't be read: \(why)", at: path, try: "commit the file itself at this place")
    case .variablesMissing(let lacking, let target, let lines):
      ErrorReport(
        what: "the migrations of target \(target) have placeholders without a value: "
          + lacking.map(\.name).joined(separator: ", "),
        at: lacking.first.map { "\($0.location.path):\($0.location.line ?? 1)" },
        try: "put these lines into schemagate.yml, with production's values", lines: lines)
    case .listedByProgram(let target):
      ErrorReport(
        what: "only its tool's own program knows the migrations of target \(target), and --history-only runs none",
        at: TargetInputs.configurationFile, try: "check without --history-only, where the branch's programs may run")
    case .lost:
      ErrorReport(
        what: "the check ended without a report on this target", try: "this is a defect of schemagate: please report it"
      )
    case .outOfTime(let limit):
      ErrorReport(
        what: "the check did not end within \(limit.components.seconds) s, the `total` of `budget:`",
        at: TargetInputs.configurationFile, try: "allow more time, or check fewer targets at once with `--target NAME`")
    }
  }
}
