import Dispatch

/// Runs an actor on a thread of its own queue, so that a long statement blocks no other task.
final class QueueExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "schemagate.sqlite")

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { unowned.runSynchronously(on: executor) }
  }
}
