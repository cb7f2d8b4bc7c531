import GitSource
import MigrationTools
import SchemagateModel

/// What the work tree holds for the gate, committed or not.
struct StartDetection {
  let repository: GitRepository

  /// The targets, of which there is at least one.
  func result() throws -> DetectionResult {
    let detected = try TreeDetection(repository: repository, tree: try tree).result()
    guard !detected.targets.isEmpty else { throw StartError.nothingFound(notes: detected.notes) }
    return detected
  }

  /// A repository without a commit has a work tree all the same, and a bare one has commits only.
  private var tree: TreeID {
    get throws {
      do {
        return try repository.workTree(over: try head)
      } catch GitError.noWorkTree {
        return try repository.commit(named: "HEAD").tree
      }
    }
  }

  private var head: GitCommit? {
    get throws {
      do {
        return try repository.commit(named: "HEAD")
      } catch GitError.noCommits {
        return nil
      }
    }
  }
}

/// Why a repository can't be set up.
enum StartError: ReportedError, Hashable {
  case nothingFound(notes: [String])
  case unwritable(path: String, detail: String)
  case linked(path: String)
}

extension StartError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .nothingFound(let notes):
      ErrorReport(
        what: (["no migrations were found: looked for the layouts of \(Self.tools)"] + notes).joined(separator: "; "),
        try: "add the first migration and run this again, or name its folder in \(Configuration.usualFile): "
          + "targets: {shop: {engine: postgresql, migrations: db/migrations}}")
    case .linked(let path):
      ErrorReport(
        what: "nothing is written through a symbolic link: it may lead out of the repository", at: path,
        try: "put a folder or a file there, or copy the text that is shown without --yes")
    case .unwritable(let path, let detail):
      ErrorReport(what: "the file can't be written: \(detail)", at: path, try: "see who may write there: ls -ld .")
    }
  }

  private static var tools: String { ToolCatalog.all.map(\.name).filter { $0 != "command" }.joined(separator: ", ") }
}
