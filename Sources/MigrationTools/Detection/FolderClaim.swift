internal import SchemagateModel

/// A folder that a tool recognises as its own.
struct FolderClaim {
  let folder: String
  /// SQL files whose dialect may tell the engine.
  let samples: [String]
  let confidence: DetectedTarget.Confidence

  /// `engine` is what the tool's own configuration says, if it says any.
  func target(tool: ToolSettings, engine: EngineKind? = nil, in listing: FileListing) -> DetectedTarget {
    let guess =
      engine.map { EngineGuess(engine: $0, reason: "engine \($0.rawValue): \(tool.name)'s configuration says so") }
      ?? EngineGuess.guess(folder: folder, samples: samples, in: listing)
    let target = TargetDefinition(
      name: TargetName.name(of: folder), engine: guess.engine, migrations: [folder], tool: tool,
      assumptions: [guess.reason], engineIsAssumed: guess.isAssumed, engineIsDetected: true)
    return DetectedTarget(target: target, confidence: confidence)
  }
}

extension DetectedTarget {
  /// The claim with one more sentence on what was assumed.
  func assuming(_ sentence: String) -> DetectedTarget {
    var target = target
    target.assumptions.append(sentence)
    return DetectedTarget(target: target, confidence: confidence)
  }
}
