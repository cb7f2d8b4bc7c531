package import SchemagateModel

/// What stops a target's check before any server is started.
package enum TargetError: ReportedError {
  case setupMissing(path: String, target: String)
  case engineUnsupported(EngineKind, target: String)
  /// The whole check took longer than it may.
  case outOfTime(Duration)
}

extension TargetError {
  package var exitStatus: Int32 {
    switch self {
    case .setupMissing: 2
    case .engineUnsupported, .outOfTime: 3
    }
  }

  package var report: ErrorReport {
    switch self {
    case .setupMissing(let path, let target):
      ErrorReport(
        what: "the setup file \(path) of target \(target) doesn't exist at head",
        at: TargetInputs.configurationFile, try: "add the file, or take it out of `setup:`")
    case .engineUnsupported(let engine, let target):
      ErrorReport(
        what: "target \(target) runs on \(engine.rawValue), which this version doesn't check",
        try: "check the other targets with `--target NAME`, or leave this one out of schemagate.yml")
    case .outOfTime(let limit):
      ErrorReport(
        what: "the check did not end within \(limit.components.seconds) s, the `total` of `budget:`",
        at: TargetInputs.configurationFile, try: "allow more time, or check fewer targets at once with `--target NAME`")
    }
  }
}
