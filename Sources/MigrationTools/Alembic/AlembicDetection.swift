internal import SchemagateModel

/// Finds Alembic's environments: by `alembic.ini`, by `[tool.alembic]` of a `pyproject.toml`, or by an `env.py` beside a
/// folder of revisions.
struct AlembicDetection {
  let listing: FileListing
  private let paths: Set<String>

  init(listing: FileListing) {
    self.listing = listing
    paths = Set(listing.paths)
  }

  func targets(_ tool: String) -> [DetectedTarget] {
    let configured = listing.paths.filter(AlembicLocation.isConfiguration).compactMap { path in
      AlembicProject(config: path, files: files).map { (path, $0) }
    }.filter { holdsRevisions($0.1) }
    let known = Set(configured.map(\.1.scripts))
    let single = Dictionary(configured.map { ($0.1.scripts, $0) }) { first, _ in first }.values
      .sorted { $0.0.precedesInBytes($1.0) }
      .map { DetectedTarget(target: target(tool, $0.1, config: $0.0), confidence: .configuration) }
    return single
      + bare.filter { !known.contains($0.scripts) }.map {
        DetectedTarget(target: target(tool, $0, config: nil), confidence: .marks)
      }
  }

  private var files: AlembicProject.Files {
    AlembicProject.Files(exists: paths.contains) { paths.contains($0) ? listing.read($0)?.text : nil }
  }

  private func holdsRevisions(_ project: AlembicProject) -> Bool {
    listing.paths.contains { path in AlembicTool.isScript(path) && project.versions.contains(where: path.isBelow) }
  }

  /// Environments that only a program of the project's own configures.
  private var bare: [AlembicProject] {
    listing.files(named: "env.py").compactMap { path, text in
      let environment = AlembicEnvironment(text)
      guard environment.isAlembics else { return nil }
      return AlembicProject(scripts: path.folder, directory: "", environment: environment)
    }.filter(holdsRevisions).sorted { $0.scripts.precedesInBytes($1.scripts) }
  }

  private func target(_ tool: String, _ project: AlembicProject, config: String?) -> TargetDefinition {
    let found = engine(of: project)
    var settings = ToolSettings(name: tool, table: project.environment.table)
    settings.program = ProgramSettings(config: config)
    return TargetDefinition(
      name: TargetName.name(of: project.versions.first ?? ""), engine: found.engine, migrations: project.versions,
      tool: settings, assumptions: [found.reason], engineIsAssumed: found.isAssumed, engineIsDetected: true)
  }

  private func engine(of project: AlembicProject) -> EngineGuess {
    let folders = [project.directory] + project.directory.foldersAbove
    let requirements = listing.paths.filter { PythonRequirements.isList($0) && folders.contains($0.folder) }
    let script = listing.read(.path(project.scripts, "env.py"))?.text ?? ""
    let found = AlembicDriver.engine(
      url: project.ini?.value(AlembicINI.urlKey, here: project.here), environment: script,
      requirements: PythonRequirements(requirements.compactMap { listing.read($0)?.text }))
    if let found {
      return EngineGuess(engine: found.engine, reason: "engine \(found.engine.rawValue): \(found.why)")
    }
    return EngineGuess.guess(folder: project.scripts, samples: [], in: listing)
  }
}
