import CLibgit2

/// The history of a shallow clone. libgit2 walks past its edge and fails there; Git takes the commits at the edge for
/// the first ones, and so does this.
struct ShallowHistory {
  let repository: GitRepository
  private let edge: Set<String>

  init(_ repository: GitRepository) {
    self.repository = repository
    edge = Set(readLines(of: repository.commonFolder + "/shallow"))
  }

  /// Every commit of the history of `id`, with its parents on this side of the edge.
  func ancestors(of id: String) throws(LibraryFailure) -> [String: [String]] {
    var found: [String: [String]] = [:]
    var waiting = [id]
    while let next = waiting.popLast() {
      guard found[next] == nil else { continue }
      let parents = try parents(of: next)
      found[next] = parents
      waiting += parents.filter { found[$0] == nil }
    }
    return found
  }

  /// The common commits that no other common commit descends from.
  func mergeBases(_ left: String, _ right: String) throws(LibraryFailure) -> [String] {
    let ours = try ancestors(of: left)
    let common = try ancestors(of: right).filter { ours[$0.key] != nil }
    let parents = Set(common.values.joined())
    return common.keys.filter { !parents.contains($0) }.sorted()
  }

  private func parents(of id: String) throws(LibraryFailure) -> [String] {
    if edge.contains(id) { return [] }
    let commit = try repository.lookUpCommit(git_oid(hex: id))
    return repository.parents(of: commit).map(\.hex)
  }
}
