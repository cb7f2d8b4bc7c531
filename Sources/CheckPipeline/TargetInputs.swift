package import MigrationTools
package import SchemagateModel

/// Which files of the repository belong to one target.
package struct TargetInputs: Sendable {
  package let target: TargetDefinition
  private let tool: any MigrationTool

  package init(target: TargetDefinition, tool: any MigrationTool) {
    self.target = target
    self.tool = tool
  }

  /// The configuration file is an input of every target.
  package static let configurationFile = "schemagate.yml"

  /// Folders and files that hold the target's inputs: what a merge has to touch.
  package var roots: [String] {
    target.migrations + target.setup + declared + [sidecars, Self.configurationFile]
  }

  /// `roots`, with those of `paths` that are inputs elsewhere: the tool's own configuration, files that a glob names.
  func roots(including paths: [String]) -> [String] {
    roots + paths.filter { path in contains(path) && !roots.contains { path == $0 || path.isBelow($0) } }
  }

  /// Files and folders that declare the schema.
  private var declared: [String] {
    if case .files(let paths)? = target.schema { return paths }
    return []
  }

  private var globs: [String] {
    guard case .command(_, let inputs)? = target.schema else { return target.inputs }
    return target.inputs + inputs
  }

  /// The folder of sidecar declarations.
  package var sidecars: String { "schemagate/\(target.name)" }

  /// Whether a change of `path` may change what this target's check says.
  package func contains(_ path: String) -> Bool {
    path == Self.configurationFile || target.setup.contains(path) || path.isBelow(sidecars)
      || declared.contains { path == $0 || path.isBelow($0) }
      || tool.isInput(path, of: target) || globs.contains { PathGlob($0).matches(path) }
  }
}

extension String {
  func isBelow(_ folder: String) -> Bool { folder.isEmpty || hasPrefix(folder + "/") }
}
