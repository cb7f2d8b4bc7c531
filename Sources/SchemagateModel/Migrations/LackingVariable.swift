/// A placeholder in a migration file that `variables:` gives no value.
package struct LackingVariable: Hashable, Sendable {
  package let name: String
  /// Where it is first asked for.
  package let location: SourceLocation
  /// Whether it stands where a schema's name does, before a dot.
  package let isSchema: Bool

  package init(name: String, location: SourceLocation, isSchema: Bool) {
    self.name = name
    self.location = location
    self.isSchema = isSchema
  }
}
