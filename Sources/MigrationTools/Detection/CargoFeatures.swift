internal import SchemagateModel

/// What the Cargo manifests say about the database libraries that a crate uses.
struct CargoFeatures {
  private let manifests: [String]

  init(_ listing: FileListing) {
    manifests = listing.files(named: "Cargo.toml").map(\.text)
  }

  /// Whether some crate depends on `library`.
  func uses(_ library: String) -> Bool {
    manifests.contains { text in
      text.split(whereSeparator: \.isNewline).contains { Self.names(library, in: $0.trimmed) }
    }
  }

  /// The engine that the nearest manifest around `folder` names as a feature; `nil` where it names none or several.
  static func guess(folder: String, in listing: FileListing) -> EngineGuess? {
    for ancestor in [folder] + folder.foldersAbove {
      let path = String.path(ancestor, "Cargo.toml")
      guard let text = listing.read(path)?.text else { continue }
      let engines = features.filter { text.contains("\"\($0.name)\"") }
      guard engines.count == 1, let only = engines.first else { continue }
      return EngineGuess(
        engine: only.engine, reason: "engine \(only.engine.rawValue): `\(path)` asks for the feature `\(only.name)`")
    }
    return nil
  }

  private static let features: [(name: String, engine: EngineKind)] = [
    ("postgres", .postgresql), ("sqlite", .sqlite), ("mysql", .mysql),
  ]

  /// `sqlx = …`, `sqlx.workspace = true`, `[dependencies.sqlx]`.
  private static func names(_ library: String, in line: String) -> Bool {
    if line.hasPrefix("[") { return line.hasSuffix("dependencies.\(library)]") }
    guard line.hasPrefix(library) else { return false }
    return line.dropFirst(library.count).first.map { $0.isWhitespace || $0 == "=" || $0 == "." } ?? false
  }
}
