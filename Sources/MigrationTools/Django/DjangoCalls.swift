internal import SchemagateModel

/// The calls of `manage.py` that carry out one step, or everything.
struct DjangoCalls {
  /// The call up to the command's name.
  private let program: ProgramCall
  private let engine: EngineKind

  /// Other people's apps run beside these, and are no business of the history's.
  init(target: TargetDefinition, project: DjangoProject, apps: [String]) {
    let settings = target.tool.program
    let directory = settings.directory ?? project.program.folder
    let runner = settings.runner.flatMap { CommandWords($0)?.words } ?? []
    engine = target.engine
    program = ProgramCall(
      words: runner + [
        "python3", project.program.isBelow(directory) ? project.program.relative(to: directory) : project.program,
      ],
      directory: directory, environment: Self.environment(target, project.settings), files: DjangoSettingsFile.files,
      progress: Self.progress(of: apps),
      irreversible: "IrreversibleError: (.*)")
  }

  /// Django takes no label that isn't a plain word, and what else a file says in its place is no pattern of ours.
  private static func progress(of apps: [String]) -> String {
    let labels = apps.filter { $0.wholeMatch(of: /\w+/) != nil }.sorted().joined(separator: "|")
    return #"^ *(?:Applying|Unapplying) ((?:\#(labels))\.\S+?)\.\.\."#
  }

  /// The calls that a history was read with.
  init?(reading history: MigrationHistory, target: TargetDefinition) {
    engine = target.engine
    for migration in history.migrations {
      guard case .command(let call)? = migration.up?.body, let end = call.words.firstIndex(of: Self.command) else {
        continue
      }
      program = Self.call(Array(call.words[..<end]), like: call, proof: nil)
      return
    }
    return nil
  }

  /// Everything that is pending, with the checks that come before it in production.
  func together(_ pending: [MigrationID]) -> ProgramCall {
    call([Self.command], proof: proof(holds: pending.map(\.rawValue)))
  }

  func up(_ key: DjangoKey) -> ProgramCall {
    call([Self.command, key.app, key.name, "--skip-checks"], proof: proof(holds: [key.id.rawValue]))
  }

  /// Back to the migration before it in its app. Where that would take a sibling back too, the one migration is named to
  /// Django's executor itself.
  func down(_ key: DjangoKey, in graph: DjangoGraph) -> ProgramCall {
    let proof = proof(lacks: [key.id.rawValue])
    let above = graph.parents(of: key).filter { $0.app == key.app }.sorted()
    if above.isEmpty, graph.roots(of: key.app) == [key] {
      return call([Self.command, key.app, "zero", "--skip-checks"], proof: proof)
    }
    let only = above.last { parent in
      graph.children(of: parent).filter { $0.app == key.app } == [key]
    }
    if let only { return call([Self.command, key.app, only.name, "--skip-checks"], proof: proof) }
    let words = Array(program.words.dropLast()) + ["{files}/\(DjangoSettingsFile.revertName)", key.app, key.name]
    return Self.call(words, like: program, proof: proof)
  }

  private func call(_ words: [String], proof: ProgramCall.Proof) -> ProgramCall {
    let options = ["--noinput", "--no-color", "--settings=\(DjangoSettingsFile.module)"]
    return Self.call(program.words + words + options, like: program, proof: proof)
  }

  /// What `django_migrations` has to say afterwards.
  private func proof(holds: [String] = [], lacks: [String] = []) -> ProgramCall.Proof {
    ProgramCall.Proof(
      program: "Django", query: DjangoTable.query(on: engine), holds: holds, lacks: lacks,
      place: "the table \(DjangoTable.name)",
      advice: "name the settings whose `default` database is meant: `tool: {name: django, settings: …}`, and only "
        + "folders of apps in INSTALLED_APPS under `migrations:`")
  }

  private static let command = "migrate"

  private static func call(
    _ words: [String], like call: ProgramCall, proof: ProgramCall.Proof?
  ) -> ProgramCall {
    ProgramCall(
      words: words, directory: call.directory, environment: call.environment, files: call.files,
      progress: call.progress, irreversible: call.irreversible, revision: call.revision, proof: proof)
  }

  /// The project's settings with the scratch database in place of its own. Projects that read the database's address from
  /// `DATABASE_URL` find one that they can parse.
  private static func environment(_ target: TargetDefinition, _ settings: String?) -> [String: String] {
    let own = target.tool.program.environment
    let folder = target.tool.program.directory.map { String.path("{copy}", $0) } ?? "{copy}"
    let path = ["{files}", own["PYTHONPATH"], folder, "\(folder)/src", "{copy}"].compactMap(\.self)
      .joined(separator: ":")
    let fixed = [
      "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": DjangoSettingsFile.module, "SCHEMAGATE_SETTINGS": settings ?? "",
      "SCHEMAGATE_ENGINE": target.engine.rawValue, "SCHEMAGATE_HOST": "{host}", "SCHEMAGATE_PORT": "{port}",
      "SCHEMAGATE_USER": "{user}", "SCHEMAGATE_PASSWORD": "{password}", "SCHEMAGATE_DATABASE": "{database}",
    ]
    return own.merging(["DATABASE_URL": "{sqlalchemy}"]) { own, _ in own }.merging(fixed) { _, fixed in fixed }
  }
}
