import Checking
import MigrationTools
import SchemagateModel

/// A `schemagate.yml` that says of each target what detection found, with comments for those who will change it.
struct ConfigurationText {
  let targets: [TargetDefinition]

  /// The text, read back: it is written for nobody if it doesn't mean these targets.
  func proved() throws -> String {
    let reader = ConfigurationReader(tools: ToolCatalog.all.map(\.name), rules: RuleCatalog.all.map(\.metadata.id))
    let text = text
    let read = try reader.read(text).definitions(detected: targets)
    guard read.map(\.withoutOrigin) == targets.map(\.withoutOrigin) else {
      throw Defect(detail: "the configuration that was made from detection doesn't read back as the same targets")
    }
    return text
  }

  var text: String {
    Self.head + targets.map { TargetText(target: $0).lines.map { "  \($0)\n" }.joined() }.joined(separator: "\n")
      + Self.foot
  }

  private static let head = """
    # What schemagate checks, and how. Without this file all of it is detected.
    # See what it comes to: schemagate doctor. Rules and how to set them: schemagate explain
    version: 1

    # What branches are merged into; unless set: what the CI system says, origin/HEAD, origin/main, …
    # base: origin/main

    targets:

    """

  private static let foot = """

    # rules: {down-missing: notice}       # error | warning | notice | off
    # budget: {migration: 30s, total: 2m}
    # allow:                              # lasting waivers
    #   - {rule: down-missing, because: "we only go forward"}

    """
}

/// The lines of one target.
private struct TargetText {
  let target: TargetDefinition

  var lines: [String] {
    key
      + (remarks + [engine, "migrations: \(folders(target.migrations))", tool] + found + Self.further(target.engine))
      .map { "  \($0)" }
  }

  /// YAML wants a key of more than 1,024 characters marked as one.
  private var key: [String] {
    let name = YAMLScalar.text(target.name)
    return name.unicodeScalars.count > 1_000 ? ["? \(name)", ":"] : ["\(name):"]
  }

  private var remarks: [String] { target.assumptions.map { "# \(VisibleName.of($0))" } }

  /// Files can't tell MySQL from MariaDB: that one line is left to detection, which takes either server.
  private var engine: String {
    if target.engine.isMySQL, target.engineIsDetected {
      return "# engine: \(target.engine.rawValue)   # or mariadb: the files don't tell which; name production's"
    }
    let remark = target.engineIsAssumed ? "   # assumed: nothing in the files tells" : ""
    return "engine: \(target.engine.rawValue)\(remark)"
  }

  private var tool: String {
    let settings = ToolText(target.tool).members
    if settings.count == 1 { return "tool: \(YAMLScalar.text(target.tool.name))" }
    return "tool: {" + settings.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// What detection found besides.
  private var found: [String] {
    var lines: [String] = []
    if let preset = target.preset { lines.append("setup: {preset: \(preset.rawValue)}   # what the platform provides") }
    let session = Array(target.session.dropFirst(target.preset?.session.count ?? 0))
    if !session.isEmpty { lines.append("session: \(YAMLScalar.list(session))") }
    if !target.functions.isEmpty {
      lines.append("functions: \(YAMLScalar.list(target.functions.map { "\($0.name)/\($0.arity)" }))")
    }
    if !target.inputs.isEmpty { lines.append("inputs: \(folders(target.inputs))   # further files it depends on") }
    return lines
  }

  private func folders(_ paths: [String]) -> String { YAMLScalar.list(paths.map(path)) }

  /// The root is `.`, and a folder called `~` isn't anybody's home.
  private func path(_ path: String) -> String {
    path.isEmpty ? "." : path.hasPrefix("~") ? "./\(path)" : path
  }

  private static func further(_ engine: EngineKind) -> [String] {
    let server =
      switch engine {
      case .postgresql, .mysql, .mariadb:
        [
          "# server-version: \"\(engine == .postgresql ? "16" : "11.4")\"   # production's major version",
          "# setup: schemagate/setup.sql   # what the platform provides; schemagate doctor --write-setup writes it",
        ]
      case .sqlite: ["# functions: [\"normalize/1\"]   # stand-ins for functions that the application registers"]
      }
    return server + [
      "# schema: db/schema.sql   # a schema that the migrations have to lead to",
      "# expectations: consequential   # which changes have to be declared: consequential | all | none",
    ]
  }
}

/// A tool's settings as members of a mapping.
private struct ToolText {
  let members: [(key: String, value: String)]

  init(_ tool: ToolSettings) {
    let texts: [(String, String?)] = [
      ("name", tool.name), ("transaction", tool.transaction?.rawValue), ("out-of-order", tool.outOfOrder?.rawValue),
      ("table", tool.table), ("split", tool.split.map { $0 ? "true" : "false" }), ("up", tool.up), ("down", tool.down),
      ("order", tool.order?.rawValue), ("runner", tool.program.runner), ("directory", tool.program.directory),
      ("config", tool.program.config), ("settings", tool.program.settings), ("url", tool.program.url),
      ("list", tool.program.list), ("all", tool.program.all),
    ]
    var members = texts.compactMap { key, value in
      value.map { (key, key == "split" ? $0 : YAMLScalar.text(key == "directory" && $0.isEmpty ? "." : $0)) }
    }
    let environment = tool.program.environment.sorted { $0.key < $1.key }
    if !environment.isEmpty {
      let pairs = environment.map { "\(YAMLScalar.text($0.key)): \(YAMLScalar.text($0.value))" }
      members.append(("environment", "{\(pairs.joined(separator: ", "))}"))
    }
    self.members = members
  }
}

extension TargetDefinition {
  /// The target without the notes on how it was found.
  fileprivate var withoutOrigin: TargetDefinition {
    var target = self
    target.assumptions = []
    target.engineIsAssumed = false
    target.engineIsDetected = false
    // What the file names and what detection adds again is one input.
    target.inputs = Array(Set(inputs)).sorted()
    return target
  }
}
