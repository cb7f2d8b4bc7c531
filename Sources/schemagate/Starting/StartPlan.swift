import Foundation
import GitSource
import SchemagateModel

/// Everything that `init` would do in a repository, in its order.
struct StartPlan {
  let targets: [TargetDefinition]
  let steps: [StartStep]
  /// What a check can't do without.
  private let hasCommits: Bool

  init(targets: [TargetDefinition], repository: GitRepository, force: Bool) throws {
    self.targets = targets
    let root = repository.path
    hasCommits = (try? repository.commit(named: "HEAD")) != nil
    let configuration = try ConfigurationText(targets: targets).proved()
    let file = StartFile(root: root, force: force)
    steps =
      [file.step(Configuration.usualFile, configuration)]
      + ContinuousIntegration.found(in: repository).map { $0.step(file) } + [.installHook(folder: repository.hooksPath)]
  }

  /// A line for each target.
  var findings: [String] {
    targets.map { target in
      let kind = target.engineIsAssumed ? "\(target.engine.title), assumed" : target.engine.title
      return "found \(VisibleName.of(target.name)): \(kind), \(target.tool.name), in \(StartWords.folders(of: target))"
    }
  }

  /// For those who only look.
  var shown: String {
    (steps.map(\.shown) + ["Nothing was written. To write it: schemagate init --yes"]).joined(separator: "\n\n")
  }

  var farewell: String {
    """

    Next: see what this machine has, then rehearse the whole history:
      \(hasCommits ? "" : "git add --all && git commit, since a check needs a commit\n  ")schemagate doctor
      schemagate check --all --worktree
    What is wrong in migrations that are merged already never fails a branch. A branch is checked by: schemagate check
    """
  }
}

/// Decides between writing a file and leaving the one that is there.
struct StartFile {
  let root: String
  let force: Bool

  func step(_ path: String, _ text: String) -> StartStep {
    exists(path) && !force ? .keep(path: path) : .write(root: root, path: path, text: text)
  }

  func exists(_ path: String) -> Bool {
    var facts = stat()
    return lstat("\(root)/\(path)", &facts) == 0
  }

  /// The first part of `path` that is a symbolic link: what is written through it may land outside the repository.
  func link(in path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.indices.lazy.map { parts[...$0].joined(separator: "/") }.first(where: isLink)
  }

  private func isLink(_ path: String) -> Bool {
    var facts = stat()
    return lstat("\(root)/\(path)", &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }
}

/// Words on targets, safe to print.
enum StartWords {
  static func folders(of target: TargetDefinition) -> String {
    target.migrations.map { $0.isEmpty ? "the root" : VisibleName.of($0) }.joined(separator: ", ")
  }
}
