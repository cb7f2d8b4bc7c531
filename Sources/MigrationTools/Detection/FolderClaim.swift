internal import SchemagateModel

/// A folder that a tool recognises as its own.
struct FolderClaim {
  let folder: String
  /// SQL files whose dialect may tell the engine.
  let samples: [String]
  let confidence: DetectedTarget.Confidence

  func target(tool: ToolSettings, in listing: FileListing) -> DetectedTarget {
    let guess = EngineGuess.guess(folder: folder, samples: samples, in: listing)
    let target = TargetDefinition(
      name: TargetName.name(of: folder), engine: guess.engine, migrations: [folder], tool: tool,
      assumptions: [guess.reason], engineIsAssumed: guess.isAssumed, engineIsDetected: true)
    return DetectedTarget(target: target, confidence: confidence)
  }
}
