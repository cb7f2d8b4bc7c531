import CLibgit2
import Glibc

/// The configuration that a repository can't influence: the machine's, the user's, and the environment's. libgit2 reads
/// neither `GIT_CONFIG_*` nor an environment other than its own process's, so the files are opened here.
struct TrustedConfiguration {
  let environment: [String: String]

  /// All values of `name`, in Git's order.
  func values(of name: String) throws(LibraryFailure) -> [String] {
    var all: [String] = []
    for file in files where access(file, R_OK) == 0 { all += try values(of: name, in: file) }
    return all + numberedValues(of: name) + ConfigParameters.values(of: name, in: environment["GIT_CONFIG_PARAMETERS"])
  }

  private var files: [String] { systemFiles + userFiles }

  private var systemFiles: [String] {
    let without = ["1", "true", "yes", "on"].contains(environment["GIT_CONFIG_NOSYSTEM"]?.lowercased() ?? "")
    return without ? [] : [environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig"]
  }

  private var userFiles: [String] {
    if let named = environment["GIT_CONFIG_GLOBAL"] { return [named] }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let shared = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home.map { $0 + "/.config" }
    return [shared.map { $0 + "/git/config" }, home.map { $0 + "/.gitconfig" }].compactMap { $0 }
  }

  /// One file with what it includes.
  private func values(of name: String, in file: String) throws(LibraryFailure) -> [String] {
    let configuration = try Handle(freedBy: git_config_free) { git_config_new(&$0) }
    try check(git_config_add_file_ondisk(configuration.raw, file, GIT_CONFIG_LEVEL_APP, nil, 0))
    let iterator = try Handle(freedBy: git_config_iterator_free) {
      git_config_multivar_iterator_new(&$0, configuration.raw, name, nil)
    }
    var values: [String] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator.raw) == 0 {
      if let value = entry?.pointee.value { values.append(String(cString: value)) }
    }
    return values
  }

  private func numberedValues(of name: String) -> [String] {
    guard let count = environment["GIT_CONFIG_COUNT"].flatMap({ Int($0) }), (1...10_000).contains(count) else {
      return []
    }
    return (0..<count).compactMap { index in
      guard environment["GIT_CONFIG_KEY_\(index)"]?.lowercased() == name else { return nil }
      return environment["GIT_CONFIG_VALUE_\(index)"]
    }
  }
}
