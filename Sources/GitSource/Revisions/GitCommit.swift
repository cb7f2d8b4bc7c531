/// One commit, as far as the gate needs it.
package struct GitCommit: Hashable, Sendable {
  package let id: String
  package let tree: TreeID
  /// When it was committed, in seconds since 1970.
  package let time: Int64
  /// The ids of its parents, the first one first.
  package let parents: [String]
  /// The first line of its message.
  package let summary: String
}
