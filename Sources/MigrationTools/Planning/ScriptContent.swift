internal import SchemagateModel

extension MigrationScript {
  /// Whether two scripts do the same. Of a file that holds both directions, only this direction's text counts.
  static func sameContent(_ left: MigrationScript?, _ right: MigrationScript?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    guard left.transaction == right.transaction else { return false }
    if left.contentID == right.contentID { return true }
    if let old = left.part, let new = right.part { return old == new }
    guard case .sql(let old) = left.body, case .sql(let new) = right.body else { return false }
    return old.map(\.text) == new.map(\.text)
  }
}
