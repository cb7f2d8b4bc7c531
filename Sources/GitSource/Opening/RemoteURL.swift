package import SchemagateModel

/// Reads the forms in which Git accepts a remote: `https://user:secret@host:port/path.git`, `ssh://…`, `user@host:path`.
package enum RemoteURL {
  /// Host and path without credentials, port and `.git`; `nil` for a path on this machine.
  package static func address(_ url: String) -> Report.Repository? {
    guard let separator = url.firstRange(of: "://") else { return shortForm(url) }
    guard url[..<separator.lowerBound].lowercased() != "file" else { return nil }
    let rest = url[separator.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return repository(host: withoutPort(rest[..<slash]), path: rest[slash...])
  }

  /// `host:path`; a slash before the colon makes it a path on this machine.
  private static func shortForm(_ url: String) -> Report.Repository? {
    guard let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/") else { return nil }
    return repository(host: withoutUser(url[..<colon]), path: url[url.index(after: colon)...])
  }

  private static func withoutUser(_ authority: Substring) -> Substring {
    authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
  }

  private static func withoutPort(_ authority: Substring) -> Substring {
    let host = withoutUser(authority)
    guard let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) else { return host }
    return host[..<colon]
  }

  private static func repository(host: Substring, path: Substring) -> Report.Repository? {
    var name = path.split(separator: "/").joined(separator: "/")
    if name.hasSuffix(".git") { name.removeLast(4) }
    guard !host.isEmpty, !name.isEmpty else { return nil }
    return Report.Repository(host: host.lowercased(), path: name)
  }
}
