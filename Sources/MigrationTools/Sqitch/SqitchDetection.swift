internal import SchemagateModel

extension SqitchTool {
  /// A `sqitch.conf` that names an engine, with a plan and its scripts where it says.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    listing.files(named: "sqitch.conf").compactMap { path, text in
      let configuration = SqitchConfiguration(text)
      guard let engine = configuration.engine else { return nil }
      let top = configuration.topFolder.isEmpty ? path.folder : String.path(path.folder, configuration.topFolder)
      guard listing.read(.path(top, "sqitch.plan")) != nil else { return nil }
      var tool = ToolSettings(name: name, table: configuration.registry(engine))
      tool.program.directory = path.folder
      let target = TargetDefinition(
        name: TargetName.name(of: top), engine: engine, migrations: [.path(top, "deploy")], tool: tool,
        assumptions: ["engine \(engine.rawValue): `\(path)` says so"], engineIsDetected: true)
      return DetectedTarget(target: target, confidence: .configuration)
    }
  }
}
