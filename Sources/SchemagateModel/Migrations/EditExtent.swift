/// How far a merged migration was edited.
package enum EditExtent: Hashable, Sendable {
  /// What the database would be sent differs, or may differ.
  case code
  /// Only comments and white space differ: the server would be sent the same statements.
  case commentsOnly
  /// The migration is a program: its text differs, and what that does isn't known.
  case program
}
