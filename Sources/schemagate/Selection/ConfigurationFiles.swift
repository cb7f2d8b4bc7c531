import Checking
import Foundation
import GitSource
import MigrationTools
import SchemagateModel

/// Reads `schemagate.yml` as it stands in a revision, and the operator's own file.
struct ConfigurationFiles {
  let options: RepositoryOptions
  let environment: [String: String]
  let repository: GitRepository

  /// The configuration at one revision; `nil` where it has none.
  func configuration(in tree: TreeID) throws -> Configuration? {
    let found = try repository.files(at: [Configuration.usualFile], in: tree)
    // Without its own words the gate would be a looser one, and nobody would know.
    if let reason = found.unreadable[Configuration.usualFile] {
      throw ConfigurationError(.unreadable(reason: reason), at: .init(file: Configuration.usualFile, line: nil))
    }
    guard let file = found.files[Configuration.usualFile] else { return nil }
    return try reader(Configuration.usualFile).read(file.text)
  }

  /// The file that `--config` names.
  func operators() throws -> Configuration? {
    guard let path = options.config else { return nil }
    guard let data = FileHandle(forReadingAtPath: path)?.readDataToEndOfFile() else {
      throw SelectionError.noSuchFile(path)
    }
    return try reader(path).read(String(decoding: data, as: UTF8.self))
  }

  private func reader(_ file: String) -> ConfigurationReader {
    ConfigurationReader(
      file: file, environment: environment, tools: ToolCatalog.all.map(\.name),
      rules: RuleCatalog.all.map(\.metadata.id))
  }
}
