import CheckPipeline
import Foundation
import GitSource
import SchemagateModel

/// Chooses base and head, and says why.
struct RevisionSelection {
  let run: GateRun
  let repository: GitRepository
  let files: ConfigurationFiles

  func revisions() throws -> Revisions {
    let choice = try commitChoice()
    let head = try head(choice.head)
    let base = try base(choice, head: head)
    let mergeBase = try base.map { try repository.mergeBase(of: $0.commit, and: head) }
    return Revisions(
      base: base?.commit, head: head, mergeBase: mergeBase,
      headIsMergeResult: choice.head.isMergeResult && run.head == nil && !run.options.worktree,
      baseReference: base?.reference ?? CommitReference(name: "nothing", commit: nil, why: "--all"),
      headReference: headReference(head, choice.head),
      published: repository.address(of: "origin")?.withForge(run.environment))
  }

  /// The base that a comparison with environments starts from. A branch's own file has no say: it would decide which
  /// configuration, and so which secrets, are used.
  func driftBase() throws -> (commit: GitCommit, reference: CommitReference) {
    if case .named(let name, let why) = run.base { return try chosen(name, why) }
    if let operators = try files.operators(), let name = operators.base {
      return try chosen(name, "base in \(operators.file)")
    }
    return try firstKnown(try commitChoice().bases)
  }

  private func commitChoice() throws -> CommitChoice {
    let event = run.environment["GITHUB_EVENT_PATH"].flatMap { FileManager.default.contents(atPath: $0) }
    let checkedOut = try? repository.commit(named: "HEAD")
    return CommitChoice(
      environment: run.environment, event: event.map { String(decoding: $0, as: UTF8.self) },
      checkedOut: checkedOut.map { CheckedOut(id: $0.id, parentCount: $0.parents.count) })
  }

  private func head(_ choice: HeadChoice) throws -> GitCommit {
    let commit = try repository.commit(named: run.head ?? choice.name)
    guard run.options.worktree else { return commit }
    return commit.withWorkTree(try repository.workTree(over: commit))
  }

  private func headReference(_ head: GitCommit, _ choice: HeadChoice) -> CommitReference {
    if run.options.worktree { return CommitReference(name: "the work tree", commit: head.id, why: "--worktree") }
    if let name = run.head { return CommitReference(name: name, commit: head.id, why: nil) }
    return CommitReference(name: choice.name, commit: choice.linkCommit ?? head.id, why: choice.why)
  }

  private typealias ChosenBase = (commit: GitCommit, reference: CommitReference)

  /// What the CI system says comes before the branch's own file, by which a branch could name itself.
  private func base(_ choice: CommitChoice, head: GitCommit) throws -> ChosenBase? {
    switch run.base {
    case .empty: return nil
    case .named(let name, let why): return try chosen(name, why)
    case .automatic:
      if let operators = try files.operators(), let name = operators.base {
        return try chosen(name, "base in \(operators.file)")
      }
      if let named = try known(choice.bases.prefix(choice.namedCount)) { return named }
      if let name = try files.configuration(in: head.tree)?.base {
        return try chosen(name, "base in \(Configuration.usualFile)")
      }
      return try firstKnown(choice.bases)
    }
  }

  private func chosen(_ name: String, _ why: String) throws -> ChosenBase {
    let commit = try repository.commit(named: name)
    return (commit, CommitReference(name: name, commit: commit.id, why: why))
  }

  private func firstKnown(_ candidates: [BaseCandidate]) throws -> ChosenBase {
    if let found = try known(candidates[...]) { return found }
    throw SelectionError.noBase(tried: candidates.map(\.name), isShallow: repository.isShallow)
  }

  private func known(_ candidates: ArraySlice<BaseCandidate>) throws -> ChosenBase? {
    for candidate in candidates {
      do {
        return try chosen(candidate.name, candidate.why)
      } catch let error as GitError where error.isUnknownRevision {
        continue
      }
    }
    return nil
  }
}
