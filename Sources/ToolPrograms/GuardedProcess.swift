import Foundation
import Subprocess
import Synchronization

/// Runs one program in a process group of its own, which ends with the program, at its time limit, on cancellation, and
/// when we end, however we end.
///
/// A shell stands between us and the program and reads from a pipe that only we write to. When we close it, or are gone
/// by whatever signal, the shell kills the whole group.
struct GuardedProcess {
  private static let script = """
    alive=$1; place=$2; shift 2
    exec 3<"$alive" 4>&2 2>/dev/null
    cd "$place" || exit 125
    setsid "$@" </dev/null 2>&4 3<&- 4>&- &
    child=$!
    ( read -r word <&3; kill -KILL -- "-$child" || kill -KILL "$child" ) >/dev/null 4>&- &
    reader=$!
    exec 3<&- 4>&- >/dev/null
    wait "$child"
    status=$?
    kill -KILL -- "-$child"
    kill "$reader"
    exit "$status"
    """

  let place: ProgramPlace
  let executable: String
  /// A name for the pipe, in a folder of the caller's.
  let alive: String

  struct Outcome: Sendable {
    var status: Int32
    var text: String
    var isWhole: Bool
    var isOutOfTime = false
  }

  func run(limit: Duration) async throws -> Outcome {
    mkfifo(alive, 0o600)
    // Reading too: the open doesn't wait for the shell then.
    let pipe = LifeLine(open(alive, O_RDWR | O_CLOEXEC))
    defer { pipe.cut() }
    return try await withTaskCancellationHandler {
      try await run(limit: limit, pipe)
    } onCancel: {
      pipe.cut()
    }
  }

  private func run(limit: Duration, _ pipe: LifeLine) async throws -> Outcome {
    try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await execute() }
      group.addTask {
        try await Task.sleep(for: limit)
        pipe.cut()
        return nil
      }
      var isOutOfTime = false
      while let ended = try await group.next() {
        guard var outcome = ended else {
          isOutOfTime = true
          continue
        }
        group.cancelAll()
        try Task.checkCancellation()
        outcome.isOutOfTime = isOutOfTime
        return outcome
      }
      throw CancellationError()
    }
  }

  /// Reads until everybody who could write is gone.
  private func execute() async throws -> Outcome {
    let arguments = ["-c", Self.script, "sh", alive, place.directory, executable] + place.words.dropFirst()
    var options = PlatformOptions()
    options.createSession = true
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: Arguments(arguments), environment: .custom(variables), platformOptions: options,
        input: .none, output: .sequence, error: .combinedWithOutput
      ) { execution in
        var keeper = OutputKeeper()
        for try await buffer in execution.standardOutput { buffer.withUnsafeBytes { keeper.add($0) } }
        return keeper
      }
      return Outcome(
        status: result.terminationStatus.number, text: result.closureResult.text,
        isWhole: result.closureResult.isWhole)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw ProgramError.notLaunched(reason: "\(error)")
    }
  }

  private var variables: [Environment.Key: String] {
    Dictionary(place.variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) }) { first, _ in first }
  }
}

/// The writing end of the pipe; closed once.
private final class LifeLine: Sendable {
  private let descriptor: Mutex<Int32>

  init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

  func cut() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }
}

extension TerminationStatus {
  /// As a shell counts: a signal is 128 and its number.
  fileprivate var number: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
