import ArgumentParser

/// The program: its subcommands and nothing else.
struct Schemagate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemagate",
    abstract: "Rehearses the database migrations that a Git branch changes, before they are merged.",
    discussion: """
      Exit status: 0 passed, 1 failed, 2 wrong usage or configuration, 3 something could not be checked.
      """,
    version: Program.version,
    // In the order in which they are met: setting up, the daily round, continuous integration, databases by themselves.
    subcommands: [
      Init.self, Doctor.self, Hook.self, Check.self, Expect.self, Explain.self, Publish.self, ReportCommands.self,
      Plan.self, Diff.self, TakeSnapshot.self, Drift.self,
    ])
}

/// What the program says of itself.
enum Program {
  static let name = "schemagate"
  static let version = "0.1.0"
}
