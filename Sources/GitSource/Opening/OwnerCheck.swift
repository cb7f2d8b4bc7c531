import Glibc

/// Git's rule for repositories of other users, by what the user's own configuration says.
struct OwnerCheck {
  let user: uid_t
  let sudoUser: uid_t?
  let trusted: SafeDirectories

  init(environment: [String: String], trusted: SafeDirectories) {
    user = geteuid()
    sudoUser = environment["SUDO_UID"].flatMap { uid_t($0) }
    self.trusted = trusted
  }

  /// The first of `places` that belongs to somebody else, unless `named` is trusted by configuration.
  func stranger(among places: [String], named: String) -> uid_t? {
    let owners = places.compactMap(owner)
    guard let stranger = owners.first(where: { !isUs($0) }) else { return nil }
    return trusted.contain(named) ? nil : stranger
  }

  /// With `sudo`, root may also use what belongs to the user who called it.
  private func isUs(_ owner: uid_t) -> Bool {
    owner == user || (user == 0 && owner == sudoUser)
  }

  private func owner(of path: String) -> uid_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_uid : nil
  }
}
