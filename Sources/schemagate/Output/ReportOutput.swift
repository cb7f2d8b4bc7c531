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

  /// Whether who sees standard error sees the report's text, too, so that an error would be told twice.
  var isReadWithErrors: Bool {
    let isShown = formats.isEmpty || formats.contains(OutputFormat(name: "text"))
    var (output, errors) = (stat(), stat())
    guard isShown, fstat(STDOUT_FILENO, &output) == 0, fstat(STDERR_FILENO, &errors) == 0 else { return false }
    return output.st_dev == errors.st_dev && output.st_ino == errors.st_ino
  }

  private func renderOptions(of format: OutputFormat) -> RenderOptions {
    RenderOptions(
      color: format.file == nil && options.color, verbose: options.verbose,
      rules: RuleCatalog.all.map(\.metadata))
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
