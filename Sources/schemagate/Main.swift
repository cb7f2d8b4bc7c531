import ArgumentParser
import Foundation

/// Parses, runs, and turns whatever was thrown into the contract's words and exit statuses.
@main
enum Main {
  static func main() async {
    let work = Task { await run() }
    let signals = Interruption(cancelling: work)
    let status = await work.value
    signals.end()
    exit(status.rawValue)
  }

  private static func run() async -> ExitStatus {
    do {
      var command = try Schemagate.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try OutputFile.finish()
      return .passed
    } catch let status as ExitStatus {
      return status
    } catch is CancellationError {
      return .interrupted
    } catch {
      return Failure.explain(error)
    }
  }
}
