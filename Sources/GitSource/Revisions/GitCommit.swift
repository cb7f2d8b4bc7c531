/// One commit, as far as the gate needs it.
package struct GitCommit: Hashable, Sendable {
  package let id: String
  package private(set) var tree: TreeID
  /// When it was committed, in seconds since 1970.
  package let time: Int64
  /// The ids of its parents, the first one first.
  package let parents: [String]
  /// The first line of its message.
  package let summary: String
  /// Whether `tree` holds uncommitted files instead of the commit's own.
  package private(set) var isWorkTree = false

  /// The commit with the uncommitted files of `tree` in place of its own.
  package func withWorkTree(_ tree: TreeID) -> GitCommit {
    var commit = self
    commit.tree = tree
    commit.isWorkTree = true
    return commit
  }
}
