import SchemagateModel

/// Where a place in the repository can be read on the web: pinned to the head commit, so that it never moves.
struct SourceLink {
  private let prefix: String?
  private let anchor: String

  init(_ report: Report) {
    guard let repository = report.repository, let commit = report.head?.commit else {
      prefix = nil
      anchor = ""
      return
    }
    let host = Host(repository.host)
    let root = "https://\(Self.encoded(repository.host))/\(Self.encoded(repository.path))"
    prefix = "\(root)/\(host.folder)/\(Self.encoded(commit))/"
    anchor = host.anchor
  }

  /// The page, or `nil` where the repository isn't published.
  func url(_ location: SourceLocation) -> String? {
    guard let prefix else { return nil }
    return prefix + Self.encoded(location.path) + (location.line.map { "\(anchor)\($0)" } ?? "")
  }

  private enum Host {
    case gitHub, gitLab, bitbucket

    init(_ name: String) {
      self = name.contains("gitlab") ? .gitLab : name.contains("bitbucket") ? .bitbucket : .gitHub
    }

    var folder: String {
      switch self {
      case .gitHub: "blob"
      case .gitLab: "-/blob"
      case .bitbucket: "src"
      }
    }

    var anchor: String {
      switch self {
      case .gitHub, .gitLab: "#L"
      case .bitbucket: "#lines-"
      }
    }
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
