import ArgumentParser

/// Flags that say which repository and which revisions.
struct RepositoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The revision that the branch is merged into.", valueName: "revision"))
  var base: String?

  @Option(help: ArgumentHelp("The revision to merge; HEAD if not given.", valueName: "revision"))
  var head: String?

  @Flag(help: "Take uncommitted files as head.")
  var worktree = false

  @Option(help: ArgumentHelp("The repository; the current folder if not given.", valueName: "dir"))
  var repo = "."

  @Option(help: ArgumentHelp("A configuration file that wins over the repository's own.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Only this target; may be repeated.", valueName: "name"))
  var target: [String] = []
}

extension RepositoryOptions {
  /// How base is chosen.
  func baseChoice(all: Bool) -> GateRun.Base {
    if all { return .empty }
    return base.map { .named($0, why: "--base") } ?? .automatic
  }
}
