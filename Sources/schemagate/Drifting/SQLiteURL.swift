/// The URL of a SQLite file as a configuration names it.
enum SQLiteURL {
  /// A relative path counts from the repository's root, wherever the program runs.
  static func absolute(_ url: String, below root: String) -> String {
    guard let scheme = url.firstIndex(of: ":") else { return url }
    let path = url[url.index(after: scheme)...].drop { $0 == "/" }
    let isAbsolute = url[scheme...].hasPrefix(":/") && !url[scheme...].hasPrefix("://") || url.contains(":///")
    return isAbsolute ? url : "sqlite:\(root)/\(path)"
  }
}
