import SchemagateModel

/// A target as the configuration file describes it: what the file leaves open is completed by detection.
struct TargetDraft: Hashable, Sendable {
  var name: String
  /// The line of its name in the file.
  var line: Int?
  var engine: EngineKind?
  /// Several engines on which the same target stands; empty for one.
  var engines: [EngineKind] = []
  /// The folders of each engine, where they have their own.
  var folders: [EngineKind: [String]] = [:]
  var serverVersion: String?
  var migrations: [String] = []
  var tool = ToolDraft()
  var server = ServerChoice.embedded
  var privileges: Privileges?
  var setup: [String] = []
  var preset: Preset?
  var session: [String] = []
  var variables: [String: String] = [:]
  var functions: [FunctionStandIn] = []
  var schema: DeclaredSchema?
  var environments: [TargetEnvironment] = []
  var expectations: ExpectationPolicy?
  var ignore: [NamePattern]?
  var inputs: [String] = []

  init(name: String, line: Int? = nil) {
    self.name = name
    self.line = line
  }

  /// A tool's name, if the file gives one, and what it overrides of the tool's behaviour.
  struct ToolDraft: Hashable, Sendable {
    var name: String?
    var transaction: TransactionScope?
    var outOfOrder: OutOfOrder?
    var table: String?
    var split: Bool?
    var up: String?
    var down: String?
    var order: VersionOrder?
    var program = ProgramSettings()

    func settings(or detected: ToolSettings?) -> ToolSettings? {
      guard let name = name ?? detected?.name else { return nil }
      let known = detected?.name == name ? detected : nil
      return ToolSettings(
        name: name, transaction: transaction ?? known?.transaction, outOfOrder: outOfOrder ?? known?.outOfOrder,
        table: table ?? known?.table, split: split ?? known?.split, up: up ?? known?.up, down: down ?? known?.down,
        order: order ?? known?.order, program: program.completed(by: known?.program ?? ProgramSettings()))
    }
  }

  /// Completes the draft; an engine, a tool or a folder that neither the file nor detection knows is an error.
  func definition(detected: [TargetDefinition], file: String) throws -> TargetDefinition {
    let known = counterpart(in: detected)
    let place = ConfigurationError.Place(file: file, line: line)
    let folders = migrations.isEmpty ? known?.migrations ?? [] : migrations
    guard !folders.isEmpty else { throw ConfigurationError(.undetected(key: "migrations", target: name), at: place) }
    guard let engine = engine ?? known?.engine else {
      throw ConfigurationError(.undetected(key: "engine", target: name), at: place)
    }
    guard let tool = tool.settings(or: known?.tool) else {
      throw ConfigurationError(.undetected(key: "tool", target: name), at: place)
    }
    // Setup files of one's own take the place of what detection would provide.
    let platform = preset ?? (setup.isEmpty ? known?.preset : nil)
    return TargetDefinition(
      name: name, engine: engine, serverVersion: serverVersion, migrations: folders, tool: tool, server: server,
      privileges: privileges ?? .owner, setup: setup, preset: platform, session: (platform?.session ?? []) + session,
      variables: variables,
      functions: functions, schema: schema, environments: environments,
      expectations: expectations ?? .consequential, ignore: ignore ?? [], inputs: inputs + (known?.inputs ?? []),
      assumptions: assumptions(known), engineIsDetected: self.engine == nil)
  }

  /// The detected target that this one means: the one with a folder of it, or the one of its name.
  private func counterpart(in detected: [TargetDefinition]) -> TargetDefinition? {
    guard !migrations.isEmpty else { return detected.first { $0.name == name } }
    let folders = Set(migrations)
    let sharing = detected.filter { !folders.isDisjoint(with: $0.migrations) }
    return sharing.first { engine == nil || $0.engine == engine } ?? sharing.first
  }

  /// Detection's sentences matter only where something was left to it.
  private func assumptions(_ known: TargetDefinition?) -> [String] {
    engine != nil && tool.name != nil && !migrations.isEmpty ? [] : known?.assumptions ?? []
  }
}
