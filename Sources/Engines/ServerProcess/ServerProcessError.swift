package import SchemagateModel

/// Why no server process could be run on this machine.
package enum ServerProcessError: Error, Hashable {
  case noUnprivilegedUser(server: String, users: [String])
  case noRoom(server: String, folder: String, reason: String)
  case notLaunched(server: String, reason: String)
}

extension ServerProcessError: ReportedError {
  package var report: ErrorReport {
    switch self {
    case .noUnprivilegedUser(let server, let users):
      ErrorReport(
        what: "\(server) does not run as root, and this machine has no user \(users.joined(separator: " or "))",
        try: "useradd --system \(users.first ?? "nobody")")
    case .noRoom(let server, let folder, let reason):
      ErrorReport(
        what: "no folder for a \(server) server could be made: \(reason)", at: folder,
        try: "set TMPDIR to a folder with 256 MB of room")
    case .notLaunched(let server, let reason):
      ErrorReport(
        what: "the program that starts \(server) failed: \(reason)",
        try: "check that sh, env and setpriv are installed, or give a server with --server URL")
    }
  }
}
