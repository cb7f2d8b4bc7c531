import SchemagateModel

/// Reads one entry of `targets:`.
struct TargetReader {
  let environment: [String: String]?
  let tools: [String]

  /// The target, and its keys that nothing acts upon yet.
  func read(_ name: String, _ value: YAMLValue) throws -> (TargetDraft, unchecked: [String]) {
    var draft = TargetDraft(name: name, line: value.place.line)
    if value.isMissing { return (draft, []) }
    let fields = try value.dictionary(known: ConfigurationKeys.target)
    try readServer(fields, into: &draft)
    try readFiles(fields, into: &draft)
    try readPolicy(fields, into: &draft)
    draft.schema = try fields["schema"].map(declaredSchema)
    draft.environments = try fields["environments"]?.members().map(environment) ?? []
    let unchecked = try readUnchecked(fields, into: &draft)
    if let tool = fields["tool"] { draft.tool = try self.tool(tool) }
    return (draft, unchecked)
  }

  private func readServer(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    draft.engine = try fields["engine"]?.word(EngineKind.self)
    if let engines = fields["engines"] { try readEngines(engines, into: &draft) }
    draft.serverVersion = try fields["server-version"]?.text("a version, for example \"16\"")
    if let server = fields["server"] { draft.server = try choice(server) }
    draft.session = try fields["session"]?.texts("SQL or a list of it").map { try $0.text() } ?? []
    draft.functions = try fields["functions"]?.texts("a function or a list of them").map { try $0.function() } ?? []
    let variables = try fields["variables"]?.members().map { ($0.name, try $0.value.text()) } ?? []
    draft.variables = Dictionary(variables) { first, _ in first }
  }

  private func readFiles(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    if let migrations = fields["migrations"] { try readFolders(migrations, into: &draft) }
    draft.inputs = try fields["inputs"]?.texts("a path or a list of paths").map { try $0.path() } ?? []
    guard let setup = fields["setup"] else { return }
    guard setup.node.mapping != nil else {
      draft.setup = try setup.texts("a file or a list of files").map { try $0.path() }
      return
    }
    let presets = try setup.dictionary(known: ConfigurationKeys.setup)
    guard let preset = presets["preset"] else { throw setup.error(.missingKey("preset", under: setup.key)) }
    draft.preset = try preset.word(Preset.self)
    draft.setup = try presets["files"]?.texts("a file or a list of files").map { try $0.path() } ?? []
  }

  /// `engines: [postgresql, sqlite]`
  private func readEngines(_ value: YAMLValue, into draft: inout TargetDraft) throws {
    draft.engines = try value.texts("a list of engines").map { try $0.word(EngineKind.self) }
    guard Set(draft.engines).count == draft.engines.count, draft.engine == nil else {
      throw value.wrongType("a list of different engines, without `engine`")
    }
    if draft.engines.count == 1 { draft.engine = draft.engines[0] }
  }

  /// A folder, a list of them, or a mapping from engines to them: parallel trees of one target.
  private func readFolders(_ value: YAMLValue, into draft: inout TargetDraft) throws {
    guard value.node.mapping != nil else {
      draft.migrations = try value.texts("a folder, a list of folders, or a mapping from engines to them")
        .map { try $0.path() }
      return
    }
    let members = try value.members(known: EngineKind.allCases.map(\.rawValue))
    for (name, folders) in members {
      guard let kind = EngineKind(rawValue: name) else { continue }
      draft.folders[kind] = try folders.texts("a folder or a list of folders").map { try $0.path() }
      if draft.engines.isEmpty || !draft.engines.contains(kind) { draft.engines.append(kind) }
    }
    guard draft.engine == nil, draft.engines.allSatisfy({ draft.folders[$0] != nil }) else {
      throw value.wrongType("a mapping with folders for every engine of `engines`")
    }
    if draft.engines.count == 1 {
      draft.engine = draft.engines[0]
      draft.migrations = draft.folders[draft.engines[0]] ?? []
    }
  }

  private func readPolicy(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    draft.privileges = try fields["privileges"]?.word(Privileges.self)
    draft.expectations = try fields["expectations"]?.word(ExpectationPolicy.self)
    draft.ignore = try fields["ignore"]?.texts("a name or a list of names").map { try $0.pattern() }
  }

  /// `data` and `rows`: their files count as inputs, and the report says that they weren't checked.
  private func readUnchecked(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws -> [String] {
    if let data = fields["data"] { draft.inputs += try data.texts("a file or a list of files").map { try $0.path() } }
    if let rows = fields["rows"], Int(try rows.text("a number")).map({ $0 >= 0 }) != true {
      throw rows.wrongType("a number")
    }
    return ["data", "rows"].filter { fields[$0] != nil }
  }

  private func declaredSchema(_ value: YAMLValue) throws -> DeclaredSchema {
    guard value.node.mapping != nil else {
      return .files(try value.texts("a file, a list of files, or a mapping with `command`").map { try $0.path() })
    }
    let fields = try value.dictionary(known: ConfigurationKeys.declaredSchema)
    guard let command = fields["command"] else { throw value.error(.missingKey("command", under: value.key)) }
    let inputs = try fields["inputs"]?.texts("a path or a list of paths").map { try $0.path() } ?? []
    return .command(try command.text(), inputs: inputs)
  }

  private func environment(_ name: String, _ value: YAMLValue) throws -> TargetEnvironment {
    let written = try value.text("a read-only URL, or a snapshot's path")
    let isURL = written.contains("://") || written.hasPrefix("sqlite:") || written.contains("${")
    guard isURL else { return TargetEnvironment(name: name, source: .snapshot(try value.path())) }
    guard let environment else { return TargetEnvironment(name: name, source: .url(written)) }
    do {
      return TargetEnvironment(name: name, source: .url(try value.expanding(written, from: environment)))
    } catch let error as ConfigurationError {
      guard case .missingVariable(let variable) = error.fact else { throw error }
      return TargetEnvironment(name: name, source: .unset(variable: variable))
    }
  }

  private func choice(_ value: YAMLValue) throws -> ServerChoice {
    let written = try value.text("`embedded` or a URL")
    guard let environment else { return written == "embedded" ? .embedded : .url(written) }
    let text = try value.expanding(written, from: environment)
    if text == "embedded" { return .embedded }
    // What a variable held may be a password: the complaint shows the file's own words.
    guard text.contains("://") else { throw value.error(.badServer(written)) }
    return .url(text)
  }

  private func tool(_ value: YAMLValue) throws -> TargetDraft.ToolDraft {
    guard value.node.mapping != nil else {
      return try complete(TargetDraft.ToolDraft(name: try toolName(value)), value)
    }
    let fields = try value.dictionary(known: ConfigurationKeys.tool)
    let draft = TargetDraft.ToolDraft(
      name: try fields["name"].map(toolName), transaction: try fields["transaction"]?.word(TransactionScope.self),
      outOfOrder: try fields["out-of-order"]?.word(OutOfOrder.self), table: try fields["table"]?.text(),
      split: try fields["split"]?.flag(), up: try fields["up"]?.text(), down: try fields["down"]?.text(),
      order: try fields["order"]?.word(VersionOrder.self), program: try program(fields))
    return try complete(draft, value)
  }

  private func program(_ fields: [String: YAMLValue]) throws -> ProgramSettings {
    let variables = try fields["environment"]?.members().map { name, value in
      let text = try value.text()
      return (name, try environment.map { try value.expanding(text, from: $0) } ?? text)
    }
    return ProgramSettings(
      runner: try fields["runner"]?.text("a command"), directory: try fields["directory"]?.path("a folder"),
      config: try fields["config"]?.path("a file"), settings: try fields["settings"]?.text("a module"),
      url: try fields["url"]?.text("a URL with placeholders"),
      environment: Dictionary(variables ?? []) { first, _ in first }, list: try fields["list"]?.text("a command"),
      all: try fields["all"]?.text("a command"))
  }

  private func toolName(_ value: YAMLValue) throws -> String {
    let name = try value.text("a tool's name, or a mapping")
    guard tools.contains(name) else { throw value.error(.unknownWord(name, key: value.key, known: tools)) }
    return name
  }

  /// The tool `files` can't do without a pattern, nor `command` without what runs a migration.
  private func complete(_ draft: TargetDraft.ToolDraft, _ value: YAMLValue) throws -> TargetDraft.ToolDraft {
    if draft.name == "files" || draft.name == "command", draft.up == nil {
      throw value.error(.missingKey("up", under: value.key))
    }
    return draft
  }
}
