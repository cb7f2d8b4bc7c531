import CLibpq
import Synchronization

/// Collects what the server says besides its answers, instead of letting libpq print it.
final class NoticeLog: Sendable {
  private static let capacity = 1000
  private let messages = Mutex<[ServerMessage]>([])

  /// Sends the connection's notices here. The log must outlive the connection.
  func attach(to connection: OpaquePointer) {
    PQsetNoticeReceiver(
      connection,
      { log, result in
        guard let log, let result else { return }
        Unmanaged<NoticeLog>.fromOpaque(log).takeUnretainedValue().add(ServerMessage(result: result))
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func take() -> [ServerMessage] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  private func add(_ message: ServerMessage) {
    messages.withLock { if $0.count < Self.capacity { $0.append(message) } }
  }
}
