import ArgumentParser
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
