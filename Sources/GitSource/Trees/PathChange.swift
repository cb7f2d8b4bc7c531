/// A path whose contents differ between two trees.
package struct PathChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case added, removed, modified }

  package let path: String
  package let kind: Kind
  /// The ids of the contents before and after; `nil` where there are none.
  package let before: String?
  package let after: String?

  init(path: String, before: TreeEntry?, after: TreeEntry?) {
    self.path = path
    self.before = before?.id.hex
    self.after = after?.id.hex
    kind = before == nil ? .added : after == nil ? .removed : .modified
  }
}
