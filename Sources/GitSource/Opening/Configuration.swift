import CLibgit2

extension GitRepository {
  /// The value of `name` as the repository, the user and the machine set it.
  package func configValue(_ name: String) -> String? { value(of: name, read: git_config_get_string_buf) }

  /// The folder that holds the repository's hooks, shared by its linked work trees.
  package var hooksPath: String {
    guard let chosen = value(of: "core.hookspath", read: git_config_get_path) else { return commonFolder + "/hooks" }
    return chosen.hasPrefix("/") ? chosen : path + "/" + withoutSlash(chosen)
  }

  /// The repository's own folder, which linked work trees share.
  var commonFolder: String { git_repository_commondir(raw).map { withoutSlash(String(cString: $0)) } ?? path }

  private func value(
    of name: String, read: (UnsafeMutablePointer<git_buf>?, OpaquePointer?, UnsafePointer<CChar>?) -> Int32
  ) -> String? {
    guard let configuration = try? Handle(freedBy: git_config_free, { git_repository_config_snapshot(&$0, raw) })
    else { return nil }
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    guard read(&buffer, configuration.raw, name) == 0, let text = buffer.ptr else { return nil }
    return String(cString: text)
  }
}
