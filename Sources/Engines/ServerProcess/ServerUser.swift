package import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The operating system's user that the server runs as: ourselves, or an unprivileged one when we are root.
package struct ServerUser: Hashable, Sendable {
  /// `nil` where it is ourselves.
  let change: Change?

  struct Change: Hashable, Sendable {
    let user: uid_t
    let group: gid_t
  }

  /// The user for a server of this kind; throws where we are root and none of its users exists.
  package static func current(for traits: ServerTraits) throws -> ServerUser {
    guard geteuid() == 0 else { return ServerUser(change: nil) }
    for name in traits.users {
      if let entry = getpwnam(name) {
        return ServerUser(change: Change(user: entry.pointee.pw_uid, group: entry.pointee.pw_gid))
      }
    }
    throw ServerProcessError.noUnprivilegedUser(server: traits.name, users: traits.users)
  }

  /// Gives `path` to this user.
  package func own(_ path: String) {
    if let change { _ = chown(path, change.user, change.group) }
  }

  /// `command` as this user. A program of its own drops the rights: doing it between fork and exec can hang in a
  /// process with threads, since glibc's `setgroups` waits for threads that the fork left behind.
  package func command(_ command: [String]) -> [String] {
    guard let change else { return command }
    let prefix =
      access(Self.setpriv, X_OK) == 0
      ? [Self.setpriv, "--reuid=\(change.user)", "--regid=\(change.group)", "--clear-groups"]
      : ["chroot", "--userspec=\(change.user):\(change.group)", "--groups=", "/"]
    return prefix + command
  }

  private static let setpriv = "/usr/bin/setpriv"

  /// A session of its own, so that a Ctrl-C at the terminal reaches us and not the server.
  package static var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    return options
  }
}
