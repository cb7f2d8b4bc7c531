import GitSource
import SchemagateModel
import ToolPrograms

/// Private copies of whole revisions, made when a tool's program needs one, and once for all targets.
final class RevisionCopies {
  private let repository: GitRepository
  private let environment: [String: String]
  private var folder: PrivateFolder?
  private var copies: [TreeID: String] = [:]
  private var lacking: [TreeID: [String: String]] = [:]

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

  /// What programs don't find in the copies of these revisions.
  func notCopied(of trees: [TreeID]) -> [NotChecked] {
    let found = trees.reduce(into: [String: String]()) { $0.merge(lacking[$1] ?? [:]) { first, _ in first } }
    let paths = found.sorted { $0.key < $1.key }
    let rest = paths.count > 5 ? ", and \(paths.count - 5) more" : ""
    let words = paths.prefix(5).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    if paths.isEmpty { return [] }
    return [NotChecked(what: "Files that the tool's program may read", why: "its copy lacks \(words)\(rest)")]
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
    lacking[tree] = try repository.write(tree, to: place)
    copies[tree] = place
    return place
  }
}
