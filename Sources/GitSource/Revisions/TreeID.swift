/// Names the contents of a revision's root folder: equal ids, equal files.
package struct TreeID: Hashable, Sendable {
  package let hex: String

  /// The tree that holds nothing; every repository knows it without storing it.
  package static let empty = TreeID(hex: "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
}
