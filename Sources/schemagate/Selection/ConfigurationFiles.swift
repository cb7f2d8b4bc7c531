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
    guard let file = try repository.read(Configuration.usualFile, in: tree) else { return nil }
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
