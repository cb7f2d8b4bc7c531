import Foundation
package import Subprocess
import Synchronization

/// Runs the server, and ends it and its folder when we end, however we end.
///
/// A shell stands between us and the server and reads from a pipe that only we write to. When we are gone, by whatever
/// signal, the kernel closes the pipe, and the shell stops the server and removes the folder.
package final class Watchdog: Sendable {
  private static let script = """
    run=$1; stop=$2; shift 2
    trap '' HUP INT TERM
    exec 3<"$run/alive" || exit 1
    "$@" </dev/null >>"$run/log" 2>&1 3<&- &
    server=$!
    echo $server >"$run/pid"
    (
      read -r word <&3
      if [ "$word" = keep ]; then : >"$run/kept"; else kill -$stop $server; fi
    ) &
    reader=$!
    exec 3<&-
    wait $server
    echo $? >"$run/ended"
    [ -e "$run/kept" ] || wait $reader
    rm -rf "$run"
    """
  /// Starts the script above in the background and is done.
  private static let launcher = "sh -c \"$0\" sh \"$@\" </dev/null >/dev/null 2>&1 &"

  private let folder: RunFolder
  private let pipe: Mutex<Int32>

  /// Runs `command` as `user` in the background.
  package init(folder: RunFolder, user: ServerUser, command: [String]) async throws {
    self.folder = folder
    // Reading too: the open doesn't wait for the shell then.
    pipe = Mutex(open(folder.alive, O_RDWR | O_CLOEXEC))
    let shell = user.command(
      ["/bin/sh", "-c", Self.launcher, Self.script, folder.path, folder.traits.stopSignal.rawValue] + command)
    let result = try await run(
      .name("env"), arguments: Arguments(shell), environment: Self.environment,
      platformOptions: ServerUser.platformOptions, output: .discarded, error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else {
      throw ServerProcessError.notLaunched(server: folder.traits.name, reason: result.standardError)
    }
  }

  deinit { letGo() }

  /// Nothing of ours may change what the server does: no variables of its own, English messages.
  package static var environment: Environment {
    .custom(["PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC"])
  }

  /// Ends the server and waits until its folder is gone.
  package func stop() async {
    letGo()
    // A task that was cancelled sleeps no longer: wait on the clock, not on the task.
    var rounds = 0
    while folder.exists, rounds < 5000 {
      await Self.pause()
      rounds += 1
    }
    folder.remove()
  }

  /// Leaves the server running after our end.
  package func keep() {
    pipe.withLock { _ = write($0, "keep\n", 5) }
  }

  private func letGo() {
    pipe.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }

  private static func pause() async {
    await withCheckedContinuation { done in
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(2)) { done.resume() }
    }
  }
}
