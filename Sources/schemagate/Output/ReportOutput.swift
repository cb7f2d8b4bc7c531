import Checking
import Foundation
import Reporting
import SchemagateModel

/// Writes a report in every format that was asked for; to standard output as text where none was.
struct ReportOutput {
  let formats: [OutputFormat]
  let options: OutputOptions

  func write(_ report: Report) throws {
    for format in formats.isEmpty ? [OutputFormat(name: "text")] : formats {
      guard let writer = ReportFormatCatalog.named(format.name) else { continue }
      try OutputFile.put(try writer.render(report, renderOptions(of: format)), to: format.file)
    }
  }

  private func renderOptions(of format: OutputFormat) -> RenderOptions {
    RenderOptions(
      color: format.file == nil && options.color, verbose: options.verbose,
      rules: RuleCatalog.all.map(\.metadata))
  }
}

/// Where output goes.
enum OutputFile {
  /// Writes to `file`, or to standard output where it is `nil`.
  static func put(_ text: String, to file: String?) throws {
    guard let file else { return FileHandle.standardOutput.write(Data(text.utf8)) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    } catch {
      throw OutputError.unwritable(path: file, detail: error.localizedDescription)
    }
  }
}

/// A report could not be written where it was wanted.
enum OutputError: ReportedError {
  case unwritable(path: String, detail: String)
}

extension OutputError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .unwritable(let path, let detail):
      ErrorReport(what: "the report can't be written: \(detail)", at: path, try: "check the path after --format")
    }
  }
}

extension Report {
  /// What is reported where the check came to no target.
  static func unknown(_ error: any ReportedError, command: String, key: String = Report.usualKey) -> Report {
    Report(
      generator: .init(name: Program.name, version: Program.version), verdict: .unknown, errors: [error.report],
      command: command, key: key)
  }

  /// The status that the verdict asks for. Unknown counts before failed.
  func exitStatus(failOn threshold: FailureThreshold) -> ExitStatus {
    guard verdict != .unknown else { return .unknown }
    switch threshold {
    case .never: return .passed
    case .error: return verdict == .failed ? .failed : .passed
    case .warning: return verdict == .failed || hasOpenWarnings ? .failed : .passed
    }
  }

  private var hasOpenWarnings: Bool {
    targets.flatMap(\.checks).flatMap(\.findings).contains { finding in
      finding.severity >= .warning && !finding.existing && finding.waived == nil
    }
  }
}
