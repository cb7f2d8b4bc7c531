/// One database that the repository migrates, as the configuration or detection describes it.
package struct TargetDefinition: Hashable, Sendable {
  package var name: String
  package var engine: EngineKind
  /// Production's major version, if the configuration names one, for example `16`.
  package var serverVersion: String?
  /// Migration folders, relative to the repository's root, without a trailing slash; `""` is the root itself.
  package var migrations: [String]
  package var tool: ToolSettings
  package var server: ServerChoice
  package var privileges: Privileges
  /// SQL files that an administrator runs first, relative to the repository's root.
  package var setup: [String]
  /// What a known platform provides, run before the `setup` files.
  package var preset: Preset?
  /// SQL run on each new connection, as the application does.
  package var session: [String]
  /// Values for the tool's own placeholders.
  package var variables: [String: String]
  /// SQLite: stand-ins for functions that the application registers.
  package var functions: [FunctionStandIn]
  package var schema: DeclaredSchema?
  package var environments: [TargetEnvironment]
  package var expectations: ExpectationPolicy
  /// Objects that are left out of every schema.
  package var ignore: [NamePattern]
  /// Further files that this target depends on, as globs.
  package var inputs: [String]
  /// What detection assumed, one sentence each; empty for a configured target.
  package var assumptions: [String]
  /// Whether detection took the engine without any sign of it.
  package var engineIsAssumed: Bool
  /// Whether the engine was told from the files: those can't tell MySQL from MariaDB.
  package var engineIsDetected: Bool

  package init(
    name: String, engine: EngineKind, serverVersion: String? = nil, migrations: [String], tool: ToolSettings,
    server: ServerChoice = .embedded, privileges: Privileges = .owner, setup: [String] = [],
    preset: Preset? = nil, session: [String] = [], variables: [String: String] = [:],
    functions: [FunctionStandIn] = [], schema: DeclaredSchema? = nil, environments: [TargetEnvironment] = [],
    expectations: ExpectationPolicy = .consequential, ignore: [NamePattern] = [], inputs: [String] = [],
    assumptions: [String] = [], engineIsAssumed: Bool = false,
    engineIsDetected: Bool = false
  ) {
    self.name = name
    self.engine = engine
    self.serverVersion = serverVersion
    self.migrations = migrations
    self.tool = tool
    self.server = server
    self.privileges = privileges
    self.setup = setup
    self.preset = preset
    self.session = session
    self.variables = variables
    self.functions = functions
    self.schema = schema
    self.environments = environments
    self.expectations = expectations
    self.ignore = ignore
    self.inputs = inputs
    self.assumptions = assumptions
    self.engineIsAssumed = engineIsAssumed
    self.engineIsDetected = engineIsDetected
  }
}

extension TargetDefinition {
  /// The name of a target that stands on several engines, on one of them: `shop (sqlite)`.
  package static func name(_ plain: String, on engine: EngineKind) -> String { "\(plain) (\(engine.rawValue))" }

  /// The name as the configuration has it, without the engine that tells a target's variants apart.
  package static func plainName(_ name: String) -> String {
    for engine in EngineKind.allCases where name.hasSuffix(" (\(engine.rawValue))") {
      return String(name.dropLast(engine.rawValue.count + 3))
    }
    return name
  }

  package var plainName: String { Self.plainName(name) }
}

/// Where a target's scratch databases are made.
package enum ServerChoice: Hashable, Sendable {
  /// A server of our own, started for the check and gone with it.
  case embedded
  /// A running server on which scratch databases may be made.
  case url(String)
}

/// With which rights a target's migrations run.
package enum Privileges: String, Hashable, Sendable, CaseIterable {
  /// As the owner of the scratch database: neither superuser nor allowed to create roles.
  case owner
  case administrator
}

/// Which changes an author has to declare.
package enum ExpectationPolicy: String, Hashable, Sendable, CaseIterable {
  case consequential
  case all
  case none
}

/// A stand-in for an SQL function that the application registers, for example `normalize/1`; it returns NULL.
package struct FunctionStandIn: Hashable, Sendable {
  package let name: String
  /// Number of arguments; -1 for any.
  package let arity: Int

  package init(name: String, arity: Int) {
    self.name = name
    self.arity = arity
  }
}
