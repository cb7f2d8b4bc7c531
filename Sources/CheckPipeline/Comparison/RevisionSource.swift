package import GitSource
import MigrationTools
package import SchemagateModel
package import ToolPrograms

extension SchemaSource {
  /// A private copy of a whole revision, where the target's own program has to run on one; `nil` where it has none.
  package static func programs(
    of target: TargetDefinition, _ files: FileTree, in repository: GitRepository, at tree: TreeID,
    environment: [String: String]
  ) throws -> ProgramWorld? {
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let histories = TargetHistories(target: target, tool: tool, baseFiles: FileTree(), headFiles: files)
    guard histories.runsPrograms || tool.listing(of: target) != nil else { return nil }
    return try RevisionCopies(repository: repository, environment: environment).world(base: nil, head: tree)
  }
}
