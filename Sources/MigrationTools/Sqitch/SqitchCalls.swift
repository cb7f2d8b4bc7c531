internal import SchemagateModel

/// The program's command lines. It runs the database's own client with the project's scripts.
struct SqitchCalls {
  let target: TargetDefinition
  /// Whether what the program prints tells the migrations apart.
  let namesAreUnique: Bool

  func deploy(to change: SqitchPlanFile.Change?) -> ProgramCall {
    call(["deploy"] + (change.map { ["--to", $0.address] } ?? []), progress: #"^  \+ (\S+)"#)
  }

  /// Takes everything above `change` back; everything there is, where it is `nil`.
  func revert(to change: SqitchPlanFile.Change?) -> ProgramCall {
    call(["revert", "-y"] + (change.map { ["--to", $0.address] } ?? []), progress: #"^  - (\S+)"#)
  }

  private func call(_ words: [String], progress: String) -> ProgramCall {
    let program = target.tool.program
    let own = ["SQITCH_FULLNAME": "schemagate", "SQITCH_EMAIL": "schemagate@localhost"]
    let database = ["--target", program.url ?? "db:{url}", "--registry", registry]
    return ProgramCall(
      words: program.runnerWords + ["sqitch"] + words + database, directory: SqitchSettings(target).root,
      environment: own.merging(program.environment) { _, given in given },
      progress: namesAreUnique ? progress : nil)
  }

  /// A schema on PostgreSQL. On SQLite it usually is a file beside the database's; here it stands in the same file, so
  /// that a copy of the database knows what was deployed to it.
  private var registry: String {
    switch target.engine {
    case .postgresql: target.tool.table ?? "sqitch"
    case .sqlite, .mysql, .mariadb: "{database}"
    }
  }
}
