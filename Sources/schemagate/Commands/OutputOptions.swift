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
  /// Whether standard output is a terminal that wants colours.
  var color: Bool { wantsColor(STDOUT_FILENO) }

  /// Whether standard error is a terminal that wants colours.
  var colorOnError: Bool { wantsColor(STDERR_FILENO) }

  /// `NO_COLOR` as on <https://no-color.org>.
  private func wantsColor(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return !noColor && (environment["NO_COLOR"] ?? "").isEmpty && isatty(descriptor) == 1
      && environment["TERM"] != "dumb"
  }

  /// Shows what `body` does on a terminal, and takes the line away when it ends. Announcements stay.
  func withEvents<Result>(_ body: (CheckEvents) async throws -> Result) async rethrows -> Result {
    let progress = ProgressLine(isOn: !quiet && isatty(STDERR_FILENO) == 1)
    defer { progress.clear() }
    return try await body(
      CheckEvents(
        progress: { progress.show($0) },
        announcement: { line in
          progress.clear()
          StandardError.write(line)
        }))
  }

  /// Says something that nobody asked for.
  func note(_ line: String) {
    if !quiet { StandardError.write("note: \(line)") }
  }
}
