internal import SchemagateModel

/// Where a sqitch project's parts stand: by default beside `sqitch.conf`.
struct SqitchSettings {
  /// The folder of `sqitch.conf`, where the program runs.
  let root: String
  let deploy: String
  let revert: String
  let verify: String

  /// `deploy` and its two siblings; the first migration folder is the one of the deploy scripts.
  init(_ target: TargetDefinition) {
    deploy = target.migrations.first ?? "deploy"
    revert = .path(deploy.folder, "revert")
    verify = .path(deploy.folder, "verify")
    root = target.tool.program.directory ?? deploy.folder
  }

  var configuration: String { .path(root, "sqitch.conf") }

  /// The plan stands in the project's top folder, which holds the scripts' folders.
  var plan: String { .path(deploy.folder, "sqitch.plan") }
}

/// What a `sqitch.conf` says, by `section.key`; git's own format.
struct SqitchConfiguration {
  private let lines: ConfigurationLines

  init(_ text: String) {
    // `[engine "pg"]` is the section engine.pg.
    lines = ConfigurationLines(text.replacing(#/\[(\w+)\s+"([^"]+)"\]/#) { "[\($0.1).\($0.2)]" })
  }

  /// `nil` for an engine that we don't rehearse.
  var engine: EngineKind? {
    switch lines["core.engine"] {
    case "pg": .postgresql
    case "sqlite": .sqlite
    case _: nil
    }
  }

  var topFolder: String { lines["core.top_dir"].map { $0 == "." ? "" : $0 } ?? "" }

  func registry(_ engine: EngineKind) -> String? {
    lines[engine == .postgresql ? "engine.pg.registry" : "engine.sqlite.registry"] ?? lines["core.registry"]
  }
}
