#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells one kind of server process from another.
package struct ServerTraits: Hashable, Sendable {
  /// For messages, for example `PostgreSQL`.
  package let name: String
  /// What the names of its run folders begin with.
  package let folderPrefix: String
  /// The file that appears in the socket folder when the server listens.
  package let socketFile: String
  /// Unprivileged users that it may run as when we are root, the best first.
  package let users: [String]
  /// Ends the server at once, with nothing written that nobody will read.
  package let stopSignal: StopSignal

  /// A signal by the name that `kill` knows it by.
  package enum StopSignal: String, Hashable, Sendable {
    case quit = "QUIT"
    case kill = "KILL"

    var number: Int32 {
      switch self {
      case .quit: SIGQUIT
      case .kill: SIGKILL
      }
    }
  }

  package init(name: String, folderPrefix: String, socketFile: String, users: [String], stopSignal: StopSignal) {
    self.name = name
    self.folderPrefix = folderPrefix
    self.socketFile = socketFile
    self.users = users
    self.stopSignal = stopSignal
  }
}
