import ArgumentParser
import CheckPipeline
import Foundation
import SchemagateModel

/// Flags that say how much is written, and how.
struct OutputOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say more: stages and their times.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(help: "Write without colours; NO_COLOR does the same.")
  var noColor = false
}

/// `--fail-on`: the lowest severity that fails a check.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case never
}

extension OutputOptions {
  /// Whether standard output is a terminal that wants colours; `NO_COLOR` as on <https://no-color.org>.
  var color: Bool {
    let environment = ProcessInfo.processInfo.environment
    return !noColor && (environment["NO_COLOR"] ?? "").isEmpty && isatty(STDOUT_FILENO) == 1
      && environment["TERM"] != "dumb"
  }

  /// Progress on a terminal only; announcements always.
  var events: CheckEvents {
    let progress = ProgressLine(isOn: !quiet && isatty(STDERR_FILENO) == 1)
    return CheckEvents(progress: { progress.show($0) }, announcement: { StandardError.write($0) })
  }
}
