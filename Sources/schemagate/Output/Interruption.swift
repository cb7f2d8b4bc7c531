import Dispatch
import Foundation

/// Ends the program within a second of Ctrl-C or SIGTERM: cancels the work, which cleans up, and doesn't wait for ever.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(cancelling work: Task<ExitStatus, Never>) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        work.cancel()
        // A statement that a server doesn't give up on must not hold us; what we started ends with us all the same.
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(900)) { _exit(128 + number) }
      }
      source.resume()
      return source
    }
  }

  func end() {
    for source in sources { source.cancel() }
  }
}
