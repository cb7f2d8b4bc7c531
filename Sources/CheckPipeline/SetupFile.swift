import SchemagateModel

/// The ready `setup:` file that provides what the scratch world lacked.
enum SetupFile {
  /// `nil` where nothing was missing, or nothing that SQL can provide.
  static func text(for missing: [MissingPiece]) -> String? {
    let lines = missing.compactMap(\.setup)
    guard !lines.isEmpty else { return nil }
    return (["-- What production's platform provides and an empty database lacks."] + lines).joined(separator: "\n")
      + "\n"
  }
}
