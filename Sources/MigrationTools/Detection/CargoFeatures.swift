internal import SchemagateModel

/// What the Cargo manifests say about the database libraries that a crate uses.
struct CargoFeatures {
  private let manifests: [(folder: String, text: String)]

  init(_ listing: FileListing) {
    manifests = listing.files(named: "Cargo.toml").map { ($0.path.folder, $0.text) }
  }

  /// Whether some crate depends on `library`.
  func uses(_ library: String) -> Bool {
    manifests.contains { manifest in
      manifest.text.split(whereSeparator: \.isNewline).contains { Self.names(library, in: $0.trimmed) }
    }
  }

  /// The engine that the nearest manifest around `folder` names as a feature; `nil` where it names none or several.
  func guess(folder: String) -> EngineGuess? {
    let around = manifests.filter { folder.isBelow($0.folder) || folder == $0.folder }
      .sorted { $0.folder.utf8.count > $1.folder.utf8.count }
    for manifest in around {
      let engines = Self.features.filter { manifest.text.contains("\"\($0.name)\"") }
      guard engines.count == 1, let only = engines.first else { continue }
      let path = String.path(manifest.folder, "Cargo.toml")
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
