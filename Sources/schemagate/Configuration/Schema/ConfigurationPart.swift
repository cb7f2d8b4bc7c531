import SchemagateModel

/// A mapping of the configuration: its keys as the reader has them, and what the schema says of each.
enum ConfigurationPart: CaseIterable {
  case root
  case budget
  case waiver
  case target
  case setup
  case declaredSchema
  case tool

  var keys: [String] {
    switch self {
    case .root: ConfigurationKeys.root
    case .budget: ConfigurationKeys.budget
    case .waiver: ConfigurationKeys.waiver
    case .target: ConfigurationKeys.target
    case .setup: ConfigurationKeys.setup
    case .declaredSchema: ConfigurationKeys.declaredSchema
    case .tool: ConfigurationKeys.tool
    }
  }

  var nodes: [String: SchemaNode] {
    switch self {
    case .root: Self.rootNodes
    case .budget: Self.budgetNodes
    case .waiver: Self.waiverNodes
    case .target: Self.serverNodes.merging(Self.filesNodes) { one, _ in one }
    case .setup: Self.setupNodes
    case .declaredSchema: Self.declaredSchemaNodes
    case .tool: Self.toolNodes.merging(Self.programNodes) { one, _ in one }
    }
  }

  private typealias Schema = ConfigurationSchema

  private static let rootNodes: [String: SchemaNode] = [
    "version": .described("The configuration's version.", .one),
    "base": .described("The revision that branches are merged into.", .text()),
    "targets": .described("The databases that the repository migrates; detected unless named.", Schema.targets),
    "rules": .described("Severities of rules: schemagate explain lists them.", Schema.rules),
    "budget": .described("Time limits.", Schema.budget),
    "allow": .described("Lasting waivers.", Schema.waivers),
  ]

  private static let budgetNodes: [String: SchemaNode] = [
    "migration": .described("What one migration may take, for example 30s.", Schema.duration),
    "total": .described("What the whole check may take, for example 2m.", Schema.duration),
  ]

  private static let waiverNodes: [String: SchemaNode] = [
    "rule": .described("The rule whose findings are accepted.", .word(Schema.ruleIDs)),
    "on": .described("Only on objects of this name; * matches within a part.", .text()),
    "because": .described("Why they are accepted.", .text()),
    "until": .described("The last day on which they are.", .text(pattern: #"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#)),
  ]

  private static let serverNodes: [String: SchemaNode] = [
    "engine": .described("The kind of database.", Schema.words(of: EngineKind.self)),
    "engines": .described(
      "Several kinds on which the same target stands.", .several(Schema.words(of: EngineKind.self))),
    "server-version": .described("Production's major version, for example \"16\".", .scalar),
    "server": .described(
      "embedded, or the URL of a server on which scratch databases may be made.",
      .text(pattern: #"^embedded$|://|\$\{"#)),
    "privileges": .described("With which rights the migrations run.", Schema.words(of: Privileges.self)),
    "session": .described("SQL that runs on each new connection, as the application does.", .several(.text())),
    "variables": .described("Values for the tool's own placeholders.", .map(.scalar)),
    "functions": .described(
      "SQLite: stand-ins for functions that the application registers, for example normalize/1.",
      .several(.text(pattern: "^[^/]+/(-1|[0-9]{1,3})$"))),
    "environments": .described(
      "Databases that exist: a read-only URL, mostly ${VARIABLE}, or a snapshot's path.", .map(.text())),
    "expectations": .described("Which changes have to be declared.", Schema.words(of: ExpectationPolicy.self)),
    "ignore": .described("Objects that are left out of every schema.", .several(.text())),
  ]

  private static let filesNodes: [String: SchemaNode] = [
    "migrations": .described("The migrations' folder, a list, or a mapping from engines.", Schema.migrations),
    "tool": .described("The migration tool, or a mapping with how it is used.", Schema.tool),
    "setup": .described("What the platform provides: SQL run first, as administrator.", Schema.setup),
    "schema": .described("What declares the schema: SQL, or a command that builds it.", Schema.declaredSchema),
    "data": .described("Rows loaded at base.", .several(Schema.path)),
    "rows": .described("Rows made up per table; 0 for none.", .count),
    "inputs": .described("Further files that the target depends on, as globs.", .several(Schema.path)),
  ]

  private static let setupNodes: [String: SchemaNode] = [
    "preset": .described("A platform that is known.", Schema.words(of: Preset.self)),
    "files": .described("SQL files that run after it.", .several(Schema.path)),
  ]

  private static let declaredSchemaNodes: [String: SchemaNode] = [
    "command": .described("Builds the schema in an empty database.", .text()),
    "inputs": .described("What it depends on, as globs.", .several(Schema.path)),
  ]

  private static let toolNodes: [String: SchemaNode] = [
    "name": .described("The tool.", .word(Schema.toolNames)),
    "transaction": .described("How much stands in one transaction.", Schema.words(of: TransactionScope.self)),
    "out-of-order": .described("What becomes of late lower versions.", Schema.words(of: OutOfOrder.self)),
    "table": .described("The bookkeeping table.", .text()),
    "split": .described("Whether files are sent statement by statement.", .flag),
    "up": .described("files: the pattern of an up file's name. command: what runs one migration.", .text()),
    "down": .described("files: the pattern of a down file's name. command: what takes one back.", .text()),
    "order": .described("files: how versions are ordered.", Schema.words(of: VersionOrder.self)),
  ]

  private static let programNodes: [String: SchemaNode] = [
    "runner": .described("What stands before the tool's command, for example uv run.", .text()),
    "directory": .described("Where it runs.", Schema.path),
    "config": .described("The tool's own configuration file.", Schema.path),
    "settings": .described("Django: the settings module.", .text()),
    "url": .described("How the database's address is written, with placeholders.", .text()),
    "environment": .described("Variables that the program needs besides.", .map(.scalar)),
    "list": .described("command: prints one migration a line, oldest first.", .text()),
    "all": .described("command: runs all pending migrations at once.", .text()),
  ]
}
