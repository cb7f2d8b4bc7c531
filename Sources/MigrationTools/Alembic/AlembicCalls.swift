internal import SchemagateModel

/// How `alembic` is called for a target: with an ini file of ours, made of the project's own, in which the scratch
/// database's address stands.
struct AlembicCalls {
  private let target: TargetDefinition
  private let project: AlembicProject
  private let driver: String?
  /// Up to the file of settings.
  private let words: [String]
  private let environment: [String: String]
  private let files: [String: String]
  /// The table that `env.py` names.
  private let namedTable: String?

  init(_ target: TargetDefinition, project: AlembicProject, requirements: PythonRequirements) {
    self.target = target
    self.project = project
    driver = AlembicDriver.choice(
      for: target.engine, url: project.ini?.value(AlembicINI.urlKey, here: project.here),
      environment: project.environment, requirements: requirements)
    words = target.tool.program.runnerWords + ["alembic", "-c", "{files}/\(Self.iniName)"]
    environment = Self.environment(target, project)
    files = [Self.iniName: Self.ini(target, project)]
    namedTable = project.environment.table
  }

  func upgrade(to revision: MigrationID) -> ProgramCall {
    call(
      ["upgrade", revision.rawValue], progress: #"Running upgrade [^\n]*?-> ([^\s,]+)"#,
      proof: proof(holds: [revision.rawValue]))
  }

  /// Takes `migration` alone back. A bare parent would take everything that follows on it; the part before the `@` keeps
  /// to the revision's own line (`_collect_downgrade_revisions`).
  func downgrade(_ migration: MigrationID, to parent: MigrationID?) -> ProgramCall {
    call(
      ["downgrade", "\(migration)@\(parent?.rawValue ?? "base")"], progress: #"Running downgrade ([^\s,]+) ->"#,
      proof: proof(lacks: [migration.rawValue]))
  }

  private func call(_ arguments: [String], progress: String, proof: ProgramCall.Proof) -> ProgramCall {
    ProgramCall(
      words: words + arguments, directory: project.directory, environment: environment, files: files,
      progress: progress, driver: driver, proof: proof)
  }

  /// `alembic_version` holds the tips: what has just been applied is one, and what was taken back is none.
  private func proof(holds: [String] = [], lacks: [String] = []) -> ProgramCall.Proof {
    let table = AlembicTable(target)
    let named = namedTable == target.tool.table ? nil : namedTable
    let advice =
      named.map { "env.py names another table: write `tool: {name: alembic, table: \($0)}`" }
      ?? "let env.py connect to the ini file's `sqlalchemy.url` or to DATABASE_URL; if it reads another variable, write "
      + "`tool: {environment: {ITS_NAME: \"{sqlalchemy}\"}}`"
    return ProgramCall.Proof(
      program: "Alembic", query: table.query, holds: holds, lacks: lacks, place: "the table \(table.name)",
      advice: advice)
  }

  private static let iniName = "alembic.ini"

  private static func url(_ target: TargetDefinition) -> String { target.tool.program.url ?? "{sqlalchemy}" }

  /// What many an `env.py` reads instead of the ini file. A package of the project's own that is called `alembic` must
  /// not come before the real one.
  private static func environment(_ target: TargetDefinition, _ project: AlembicProject) -> [String: String] {
    var variables = Dictionary(uniqueKeysWithValues: addresses.map { ($0, url(target)) })
    if project.shadowsAlembic { variables["PYTHONPATH"] = "" }
    return variables.merging(target.tool.program.environment) { _, own in own }
  }

  private static let addresses = [
    "DATABASE_URL", "DATABASE_URI", "DB_URL", "SQLALCHEMY_URL", "SQLALCHEMY_DATABASE_URI", "SQLALCHEMY_DATABASE_URL",
  ]

  private static func ini(_ target: TargetDefinition, _ project: AlembicProject) -> String {
    project.ini?.text(url: url(target), here: copied(project.here)) ?? plainINI(project, url: url(target))
  }

  /// For a project that has no ini file, or keeps everything in `pyproject.toml`, which Alembic reads where it runs.
  private static func plainINI(_ project: AlembicProject, url: String) -> String {
    """
    [alembic]
    script_location = \(copied(project.scripts))
    version_locations = \(project.versions.map(copied).joined(separator: "\n  "))
    path_separator = newline
    \(AlembicINI.urlKey) = \(url)
    prepend_sys_path = .

    [loggers]
    keys = root, alembic

    [handlers]
    keys = console

    [formatters]
    keys = plain

    [logger_root]
    level = WARNING
    handlers = console

    [logger_alembic]
    level = INFO
    handlers =
    qualname = alembic

    [handler_console]
    class = StreamHandler
    args = (sys.stderr,)
    formatter = plain

    [formatter_plain]
    format = %(levelname)s [%(name)s] %(message)s

    """
  }

  private static func copied(_ path: String) -> String { path.isEmpty ? "{copy}" : "{copy}/" + path }
}
