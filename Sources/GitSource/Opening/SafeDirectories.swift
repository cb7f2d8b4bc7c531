import Glibc

/// The values of `safe.directory`, in the order in which Git reads them.
struct SafeDirectories {
  let values: [String]
  let home: String?

  /// A later empty value forgets the earlier ones, as in Git.
  func contain(_ path: String) -> Bool {
    values.reduce(false) { isSafe, value in value.isEmpty ? false : isSafe || matches(value, path) }
  }

  private func matches(_ value: String, _ path: String) -> Bool {
    if value == "*" { return true }
    let expanded = expandingHome(value)
    if expanded.hasSuffix("/*") { return path.utf8.starts(with: expanded.dropLast().utf8) }
    return withoutSlash(expanded) == path || realPath(expanded) == path
  }

  private func expandingHome(_ value: String) -> String {
    guard let home, value.hasPrefix("~/") else { return value }
    return home + value.dropFirst()
  }

  private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

func withoutSlash(_ path: String) -> String {
  path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
}
