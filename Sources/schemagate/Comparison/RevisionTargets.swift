import CheckPipeline
import GitSource
import MigrationTools
import SchemagateModel

/// The targets of one revision, configured or detected.
struct RevisionTargets {
  let options: RepositoryOptions
  let repository: GitRepository
  let environment: [String: String]

  func targets(at commit: GitCommit) throws -> [TargetDefinition] {
    let run = GateRun(options: options, base: .empty, command: "", environment: environment)
    let files = ConfigurationFiles(options: options, environment: environment, repository: repository)
    let nothing = CommitReference(name: "nothing", commit: nil, why: nil)
    let revisions = Revisions(
      base: nil, head: commit, mergeBase: nil, headIsMergeResult: true, baseReference: nothing, headReference: nothing,
      published: nil)
    let selection = TargetSelection(run: run, repository: repository, files: files, revisions: revisions)
    return try selection.select()?.targets ?? []
  }
}

extension GitRepository {
  /// The files of one revision that belong to a target.
  func inputs(of target: TargetDefinition, by tool: any MigrationTool, in tree: TreeID) throws -> FileTree {
    let inputs = TargetInputs(target: target, tool: tool)
    var files = try files(in: tree, where: inputs.contains)
    files.unreadable = try obstacles(at: inputs.roots, in: tree)
    return files
  }
}
