import CheckPipeline
import GitSource
import MigrationTools
import SchemagateModel

/// Finds out which environments of which targets are compared, with base's migrations and by base's configuration.
struct DriftSelection {
  let options: RepositoryOptions
  /// Environments as the command line names them; all where it names none.
  let names: [String]
  /// The process's own.
  let environment: [String: String]

  struct Selection {
    let base: CommitReference
    let subjects: [Subject]
  }

  /// One target with at least one environment.
  struct Subject {
    let target: String
    let base: SchemaSource
    let environments: [EnvironmentSource]
  }

  func select() throws -> Selection {
    let repository = try GitRepository(at: options.repo, environment: environment)
    let files = ConfigurationFiles(options: options, environment: environment, repository: repository)
    let run = GateRun(
      options: options, base: options.baseChoice(all: false), command: "schemagate drift", environment: environment)
    let (commit, reference) = try RevisionSelection(run: run, repository: repository, files: files).driftBase()
    let targets = try RevisionTargets(options: options, repository: repository, environment: environment)
      .targets(at: commit)
    try check(targets)
    let subjects = try targets.compactMap { try subject($0, repository, commit, named: reference.name) }
    return Selection(base: reference, subjects: subjects)
  }

  private func check(_ targets: [TargetDefinition]) throws {
    let known = targets.flatMap(\.environments).map(\.name)
    guard !known.isEmpty else { throw DriftError.noEnvironments }
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw DriftError.unknownEnvironment(unknown, known: Set(known).sorted())
    }
  }

  private func subject(
    _ target: TargetDefinition, _ repository: GitRepository, _ commit: GitCommit, named name: String
  ) throws -> Subject? {
    let chosen = target.environments.filter { names.isEmpty || names.contains($0.name) }
    guard !chosen.isEmpty else { return nil }
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let files = try repository.inputs(of: target, by: tool, in: commit.tree)
    let sources = try chosen.map { environment in
      try source(of: environment, engine: target.engine, below: repository.path) { path in
        try repository.read(path, in: commit.tree)?.text
      }
    }
    let programs = try SchemaSource.programs(
      of: target, files, in: repository, at: commit.tree, environment: self.environment)
    let base = SchemaSource(
      name: name, engine: target.engine, contents: .history(target, files), programs: programs)
    return Subject(target: target.name, base: base, environments: sources)
  }

  private func source(
    of environment: TargetEnvironment, engine: EngineKind, below root: String, read: (String) throws -> String?
  ) throws -> EnvironmentSource {
    switch environment.source {
    case .unset(let variable): return .unavailable(environment.name, DriftError.unset(variable: variable))
    case .url(let url):
      do {
        let absolute = engine == .sqlite ? SQLiteURL.absolute(url, below: root) : url
        let source = SchemaSource(
          name: try ShownURL.of(url, engine), engine: engine, contents: .live(url: absolute))
        return EnvironmentSource(name: environment.name, contents: .living(source, url: absolute))
      } catch let error as any ReportedError {
        return .unavailable(environment.name, error)
      }
    case .snapshot(let path):
      guard let text = try read(path) else {
        return .unavailable(environment.name, DriftError.noSnapshot(path: path, environment: environment.name))
      }
      return EnvironmentSource(name: environment.name, snapshot: SourceText(path: path, text: text), engine: engine)
    }
  }
}

extension EnvironmentSource {
  fileprivate static func unavailable(_ name: String, _ error: any ReportedError) -> EnvironmentSource {
    EnvironmentSource(name: name, contents: .unavailable(error.report))
  }
}

/// Which environments can't be compared.
enum DriftError: ReportedError, Hashable {
  case noEnvironments
  case unknownEnvironment(String, known: [String])
  case unset(variable: String)
  case noSnapshot(path: String, environment: String)
}

extension DriftError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .noEnvironments:
      ErrorReport(
        what: "base's configuration names no environments", at: Configuration.usualFile,
        try: "add them to a target, for example environments: {production: db/production.sql}, "
          + "or compare any two schemas: schemagate diff FROM TO")
    case .unknownEnvironment(let name, let known):
      ErrorReport(
        what: "there is no environment called \(name)", at: Configuration.usualFile,
        try: "use one of \(known.joined(separator: ", "))")
    case .unset(let variable):
      ErrorReport(what: "the environment has no variable `\(variable)`", try: "set \(variable) to the database's URL")
    case .noSnapshot(let path, let environment):
      ErrorReport(
        what: "base has no snapshot of \(environment)", at: path,
        try: "commit it there, or correct the path under `environments:`")
    }
  }
}
