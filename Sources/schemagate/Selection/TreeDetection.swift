import GitSource
import MigrationTools
import SchemagateModel

/// The targets that the files of one tree show.
struct TreeDetection {
  let repository: GitRepository
  let tree: TreeID

  func result() throws -> DetectionResult {
    let paths = try repository.listing(of: tree)
    let present = Set(paths)
    let source = TreeFiles(repository: repository, tree: tree)
    let detected = detectTargets(
      in: FileListing(paths: paths) { path in present.contains(path) ? source.read(path) : nil })
    if let failure = source.failure { throw failure }
    return detected
  }
}

/// The files of one tree, for detection.
private final class TreeFiles {
  private let repository: GitRepository
  private let tree: TreeID
  /// The first file that could not be read: what was detected without it counts for nothing.
  private(set) var failure: GitError?

  init(repository: GitRepository, tree: TreeID) {
    self.repository = repository
    self.tree = tree
  }

  func read(_ path: String) -> FileTree.File? {
    do {
      return try repository.read(path, in: tree)
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}
