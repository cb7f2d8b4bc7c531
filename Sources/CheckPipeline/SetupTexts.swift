import MigrationTools
import SchemagateModel

extension TargetDefinition {
  /// What an administrator runs first: the platform's own text, then the files that the configuration names.
  func setupTexts(in files: FileTree) throws -> [SourceText] {
    let named = try setup.map { path in
      guard let file = files.files[path] else { throw TargetError.setupMissing(path: path, target: name) }
      return SourceText(path: path, text: file.text)
    }
    return (preset.map { [$0.setup] } ?? []) + named
  }
}
