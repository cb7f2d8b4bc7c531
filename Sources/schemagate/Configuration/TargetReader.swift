import SchemagateModel

/// Reads one entry of `targets:`.
struct TargetReader {
  let environment: [String: String]?
  let tools: [String]

  private static let keys = [
    "engine", "server-version", "migrations", "tool", "server", "privileges", "setup", "session", "variables",
    "functions", "schema", "data", "rows", "expectations", "ignore", "inputs",
  ]

  /// The target, and its keys that nothing acts upon yet.
  func read(_ name: String, _ value: YAMLValue) throws -> (TargetDraft, unchecked: [String]) {
    var draft = TargetDraft(name: name, line: value.place.line)
    if value.isMissing { return (draft, []) }
    let fields = try value.dictionary(known: Self.keys)
    try readServer(fields, into: &draft)
    try readFiles(fields, into: &draft)
    try readPolicy(fields, into: &draft)
    let unchecked = try readUnchecked(fields, into: &draft)
    if let tool = fields["tool"] { draft.tool = try self.tool(tool) }
    return (draft, unchecked)
  }

  private func readServer(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    draft.engine = try fields["engine"]?.word(EngineKind.self)
    draft.serverVersion = try fields["server-version"]?.text("a version, for example \"16\"")
    if let server = fields["server"] { draft.server = try choice(server) }
    draft.session = try fields["session"]?.texts("SQL or a list of it").map { try $0.text() } ?? []
    draft.functions = try fields["functions"]?.texts("a function or a list of them").map { try $0.function() } ?? []
    let variables = try fields["variables"]?.members().map { ($0.name, try $0.value.text()) } ?? []
    draft.variables = Dictionary(variables) { first, _ in first }
  }

  private func readFiles(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    draft.migrations = try fields["migrations"]?.texts("a folder or a list of folders").map { try $0.path() } ?? []
    draft.inputs = try fields["inputs"]?.texts("a path or a list of paths").map { try $0.path() } ?? []
    guard let setup = fields["setup"] else { return }
    guard setup.node.mapping == nil else { throw try preset(setup) }
    draft.setup = try setup.texts("a file or a list of files").map { try $0.path() }
  }

  private func preset(_ setup: YAMLValue) throws -> ConfigurationError {
    let fields = try setup.dictionary(known: ["preset"])
    guard let preset = fields["preset"] else { return setup.error(.missingKey("preset", under: setup.key)) }
    return preset.error(.presetUnsupported(try preset.text()))
  }

  private func readPolicy(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws {
    draft.privileges = try fields["privileges"]?.word(Privileges.self)
    draft.expectations = try fields["expectations"]?.word(ExpectationPolicy.self)
    draft.ignore = try fields["ignore"]?.texts("a name or a list of names").map { try $0.pattern() }
  }

  /// `schema`, `data` and `rows`: their files count as inputs, and the report says that they weren't checked.
  private func readUnchecked(_ fields: [String: YAMLValue], into draft: inout TargetDraft) throws -> [String] {
    if let schema = fields["schema"] { draft.inputs += try declaredSchema(schema) }
    if let data = fields["data"] { draft.inputs += try data.texts("a file or a list of files").map { try $0.path() } }
    if let rows = fields["rows"], Int(try rows.text("a number")).map({ $0 >= 0 }) != true {
      throw rows.wrongType("a number")
    }
    return ["schema", "data", "rows"].filter { fields[$0] != nil }
  }

  private func declaredSchema(_ value: YAMLValue) throws -> [String] {
    guard value.node.mapping != nil else { return [try value.path("a file, or a mapping with `command`")] }
    let fields = try value.dictionary(known: ["command", "inputs"])
    guard let command = fields["command"] else { throw value.error(.missingKey("command", under: value.key)) }
    _ = try command.text()
    return try fields["inputs"]?.texts("a path or a list of paths").map { try $0.path() } ?? []
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
    let fields = try value.dictionary(known: [
      "name", "transaction", "out-of-order", "table", "split", "up", "down", "order",
    ])
    let draft = TargetDraft.ToolDraft(
      name: try fields["name"].map(toolName), transaction: try fields["transaction"]?.word(TransactionScope.self),
      outOfOrder: try fields["out-of-order"]?.word(OutOfOrder.self), table: try fields["table"]?.text(),
      split: try fields["split"]?.flag(), up: try fields["up"]?.text(), down: try fields["down"]?.text(),
      order: try fields["order"]?.word(VersionOrder.self))
    return try complete(draft, value)
  }

  private func toolName(_ value: YAMLValue) throws -> String {
    let name = try value.text("a tool's name, or a mapping")
    guard tools.contains(name) else { throw value.error(.unknownWord(name, key: value.key, known: tools)) }
    return name
  }

  /// The tool `files` can't do without a pattern.
  private func complete(_ draft: TargetDraft.ToolDraft, _ value: YAMLValue) throws -> TargetDraft.ToolDraft {
    if draft.name == "files", draft.up == nil { throw value.error(.missingKey("up", under: value.key)) }
    return draft
  }
}
