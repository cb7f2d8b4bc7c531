import GitSource
import SchemagateModel
import ToolPrograms

/// Private copies of whole revisions, made when a tool's program needs one, and once for all targets.
final class RevisionCopies {
  private let repository: GitRepository
  private let environment: [String: String]
  private var folder: PrivateFolder?
  private var copies: [TreeID: String] = [:]

  init(repository: GitRepository, environment: [String: String]) {
    self.repository = repository
    self.environment = environment
  }

  /// What a target's programs find around them; base's files are left out where base is empty.
  func world(base: TreeID?, head: TreeID) throws -> ProgramWorld {
    let folder = try privateFolder()
    var places: [ProgramCall.Revision: String] = [.head: try copy(of: head, in: folder)]
    if let base { places[.base] = try copy(of: base, in: folder) }
    return ProgramWorld(folder: folder, copies: places, workTree: repository.path, variables: environment)
  }

  /// Removes all of them.
  func remove() { folder?.remove() }

  private func privateFolder() throws -> PrivateFolder {
    if let folder { return folder }
    let made = try PrivateFolder(environment: environment)
    folder = made
    return made
  }

  private func copy(of tree: TreeID, in folder: PrivateFolder) throws -> String {
    if let known = copies[tree] { return known }
    let place = try folder.folder(named: String(tree.hex.prefix(12)))
    try repository.write(tree, to: place)
    copies[tree] = place
    return place
  }
}
