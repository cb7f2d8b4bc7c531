import CheckPipeline
import GitSource
import MigrationTools
import SchemagateModel

/// What a check would find of the repository: its commits, its configuration, its targets.
struct RepositoryDiagnosis {
  let options: RepositoryOptions
  let environment: [String: String]

  /// What a check would be about.
  struct Subject {
    let repository: GitRepository
    var histories: [TargetHistory]

    var targets: [TargetDefinition] { histories.map(\.target) }
  }

  func examine() -> ([Diagnosis], Subject?) {
    do {
      let repository = try GitRepository(at: options.repo, environment: environment)
      return RepositoryDiagnosis(options: options.showingFiles(of: repository), environment: environment)
        .examine(repository)
    } catch {
      return ([.failure(.repository, "Git repository", error)], nil)
    }
  }

  private func examine(_ repository: GitRepository) -> ([Diagnosis], Subject?) {
    let files = ConfigurationFiles(options: options, environment: environment, repository: repository)
    let (targets, subject) = targets(repository)
    return (
      [place(repository)] + [base(repository, files)].compactMap(\.self) + configuration(repository, files) + targets,
      subject
    )
  }

  private func place(_ repository: GitRepository) -> Diagnosis {
    guard repository.isShallow else {
      return Diagnosis(section: .repository, what: "Git repository", state: .found(repository.path))
    }
    let report = ErrorReport(
      what: "\(repository.path) is a shallow clone: the place where a branch began may not be in it",
      try: "git fetch --unshallow, or in the CI's checkout step `fetch-depth: 0`")
    return Diagnosis(section: .repository, what: "Git repository", state: .advice(report))
  }

  private func run(_ base: GateRun.Base) -> GateRun {
    GateRun(
      options: options, base: base, head: options.head, command: "schemagate doctor", environment: environment)
  }

  private func base(_ repository: GitRepository, _ files: ConfigurationFiles) -> Diagnosis? {
    do {
      let selection = RevisionSelection(
        run: run(options.baseChoice(all: false)), repository: repository, files: files)
      let reference = try selection.revisions().baseReference
      let why = reference.why.map { " (\($0))" } ?? ""
      return Diagnosis(section: .repository, what: "base", state: .found("\(reference.name)\(why)"))
    } catch is ConfigurationError {
      // It is told once, as the configuration's.
      return nil
    } catch {
      return .failure(.repository, "base", error)
    }
  }

  private func configuration(_ repository: GitRepository, _ files: ConfigurationFiles) -> [Diagnosis] {
    do {
      let operators = try files.operators()
      let commit = try repository.commit(named: options.head ?? "HEAD")
      let tree = options.worktree ? try repository.workTree(over: commit) : commit.tree
      let own = try files.configuration(in: tree)
      let isNew = own != nil && operators == nil && tree != commit.tree && isNew(in: commit, repository)
      let words = try words(operators, own) + (isNew ? "; not committed, so read with --worktree only" : "")
      return [Diagnosis(section: .repository, what: "configuration", state: .found(words))]
    } catch is GitError {
      return []
    } catch {
      return [.failure(.repository, "configuration", error)]
    }
  }

  /// A check of commits doesn't see what was only just written.
  private func isNew(in commit: GitCommit, _ repository: GitRepository) -> Bool {
    (try? repository.read(Configuration.usualFile, in: commit.tree)).flatMap(\.self) == nil
  }

  private func words(_ operators: Configuration?, _ own: Configuration?) throws -> String {
    guard let configuration = operators ?? own else {
      return "none, so that everything is detected (schemagate init writes one)"
    }
    let targets = configuration.targets.count
    return configuration.file
      + (targets == 0 ? ", without targets" : ", \(targets == 1 ? "1 target" : "\(targets) targets")")
  }

  private func targets(_ repository: GitRepository) -> ([Diagnosis], Subject) {
    var subject = Subject(repository: repository, histories: [])
    do {
      let targets = try run(.empty).targets()
      guard !targets.isEmpty else { throw SelectionError.noTarget(notes: []) }
      let commit = try repository.commit(named: options.head ?? "HEAD")
      let tree = options.worktree ? try repository.workTree(over: commit) : commit.tree
      subject.histories = try targets.map { try TargetHistory($0, repository: repository, tree: tree) }
      return (subject.histories.map(\.diagnosis), subject)
    } catch is ConfigurationError {
      return ([], subject)
    } catch GitError.noCommits {
      return ([], subject)
    } catch {
      return ([.failure(.targets, "targets", error)], subject)
    }
  }
}

/// A target with its migrations at head.
struct TargetHistory {
  let target: TargetDefinition
  let count: Int
  /// The first command of its tool's own program that a check would run.
  let call: ProgramCall?

  init(_ target: TargetDefinition, repository: GitRepository, tree: TreeID) throws {
    let tool = try ToolCatalog.tool(named: target.tool.name)
    let inputs = TargetInputs(target: target, tool: tool)
    let history = tool.history(of: target, in: try repository.files(in: tree, where: inputs.contains))
    let plan = tool.plan(for: history, applied: .empty, target: target)
    self.target = target
    count = history.migrations.count
    call = tool.listing(of: target) ?? plan.steps.lazy.compactMap(\.script.call).first
  }

  var diagnosis: Diagnosis {
    // What a program lists is known when it has run.
    let migrations =
      call != nil && count == 0 ? "listed by its program" : count == 1 ? "1 migration" : "\(count) migrations"
    let engine = target.engine.title + (target.serverVersion.map { " \($0)" } ?? "")
    let words = "\(engine), \(target.tool.name), \(migrations) in \(StartWords.folders(of: target))"
    guard target.engineIsAssumed else {
      return Diagnosis(section: .targets, what: target.name, state: .found(words))
    }
    let report = ErrorReport(
      what: words + "; the engine is assumed, since nothing in the files tells it",
      try: "name it in \(Configuration.usualFile): schemagate init")
    return Diagnosis(section: .targets, what: target.name, state: .advice(report))
  }
}

extension MigrationScript {
  fileprivate var call: ProgramCall? {
    switch body {
    case .command(let call): call
    case .sql, .program: nil
    }
  }
}

extension RepositoryDiagnosis.Subject {
  /// The programs of the targets' tools, as far as their steps are commands.
  func programs(path: String?) -> [Diagnosis] {
    histories.compactMap { history in history.call.map { diagnosis(of: $0, for: history.target, path: path) } }
  }

  private func diagnosis(of call: ProgramCall, for target: TargetDefinition, path: String?) -> Diagnosis {
    let name = call.words.first ?? ""
    let what = "\(name) (for \(target.name))"
    if let file = call.executable(workTree: repository.path, path: path) {
      return Diagnosis(section: .programs, what: what, state: .found(file))
    }
    let report = ErrorReport(
      what: "the program of \(target.tool.name) is neither on PATH nor in .venv, venv or node_modules",
      try: "install it, or say how it is called: tool: {name: \(target.tool.name), runner: uv run}")
    return Diagnosis(section: .programs, what: what, state: .missing(report, status: ExitStatus.unknown.rawValue))
  }
}

extension RepositoryOptions {
  /// What the person sees: the files as they are, committed or not, unless a revision was named or there are none.
  func showingFiles(of repository: GitRepository) -> RepositoryOptions {
    guard head == nil, (try? repository.workTree(over: repository.commit(named: "HEAD"))) != nil else { return self }
    var options = self
    options.worktree = true
    return options
  }
}
