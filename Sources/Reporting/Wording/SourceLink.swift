import SchemagateModel

/// Where a place in the repository can be read on the web: pinned to the head commit, so that it never moves.
struct SourceLink {
  private let page: (@Sendable (_ path: String, _ line: Int?) -> String)?

  init(_ report: Report) {
    guard let repository = report.repository, let forge = repository.forge, let commit = report.head?.commit,
      Self.isWithin(repository.path)
    else {
      page = nil
      return
    }
    let host = "https://\(Self.encoded(repository.host))"
    let (path, commitPart) = (Self.encoded(repository.path), Self.encoded(commit))
    page =
      switch forge {
      case .gitHub: Self.page("\(host)/\(path)/blob/\(commitPart)/", line: "#L")
      case .gitLab: Self.page("\(host)/\(path)/-/blob/\(commitPart)/", line: "#L")
      case .bitbucket where repository.host == "bitbucket.org":
        Self.page("\(host)/\(path)/src/\(commitPart)/", line: "#lines-")
      case .bitbucket:
        Self.dataCenter(repository.path).map { Self.page("\(host)/\($0)/", "?at=\(commitPart)", line: "#") }
      }
  }

  /// The page, or `nil` where the repository isn't published.
  func url(_ location: SourceLocation) -> String? {
    guard let page, Self.isWithin(location.path) else { return nil }
    return page(location.path, location.line)
  }

  private static func page(
    _ prefix: String, _ query: String = "", line anchor: String
  ) -> @Sendable (String, Int?) -> String {
    { path, line in prefix + encoded(path) + query + (line.map { "\(anchor)\($0)" } ?? "") }
  }

  /// Bitbucket on a company's own server: its addresses for cloning, `PROJECT/name` and `scm/PROJECT/name`, aren't those
  /// of its pages. A person's own repositories have `~name` for a project.
  private static func dataCenter(_ path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    if parts.count == 3, parts[0] == "scm" { parts.removeFirst() }
    guard parts.count == 2 else { return nil }
    let isPersonal = parts[0].hasPrefix("~")
    let owner = encoded(isPersonal ? String(parts[0].dropFirst()) : parts[0])
    return "\(isPersonal ? "users" : "projects")/\(owner)/repos/\(encoded(parts[1]))/browse"
  }

  /// Whether a browser would stay in the folder that the path begins in.
  private static func isWithin(_ path: String) -> Bool {
    !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  private static func encoded(_ path: String) -> String {
    path.utf8.map { byte in
      isPlain(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._/:".utf8.contains(byte)
    }
  }
}

extension SourceLocation {
  /// `path:line`, as editors understand it.
  var text: String { line.map { "\(path):\($0)" } ?? path }
}
