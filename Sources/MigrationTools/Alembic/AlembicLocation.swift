internal import SchemagateModel

/// Finds the Alembic environment of a target among the files of one revision.
struct AlembicLocation {
  let target: TargetDefinition
  let files: FileTree

  var project: AlembicProject? {
    if let config = target.tool.program.config { return project(config) }
    let projects = files.paths.filter(Self.isConfiguration).compactMap(project)
    return projects.first { !Set($0.versions).isDisjoint(with: target.migrations) } ?? withoutConfiguration
  }

  /// Lists of what the project requires, in the folders around it.
  func requirements(of project: AlembicProject) -> PythonRequirements {
    let folders = [project.directory] + project.directory.foldersAbove
    return PythonRequirements(
      files.paths.filter { PythonRequirements.isList($0) && folders.contains($0.folder) }
        .compactMap { files.files[$0]?.text })
  }

  static func isConfiguration(_ path: String) -> Bool {
    path.lastPart == "alembic.ini" || path.lastPart == "pyproject.toml"
  }

  private func project(_ config: String) -> AlembicProject? {
    AlembicProject(
      config: config, directory: target.tool.program.directory,
      files: AlembicProject.Files(exists: { files.files[$0] != nil }, read: { files.files[$0]?.text }))
  }

  /// An `env.py` beside the folder of the revisions is enough for a program that calls Alembic itself.
  private var withoutConfiguration: AlembicProject? {
    target.migrations.lazy.map(\.folder).compactMap { folder in
      files.files[.path(folder, "env.py")].map {
        AlembicProject(
          scripts: folder, directory: target.tool.program.directory ?? "", environment: AlembicEnvironment($0.text))
      }
    }.first
  }
}
