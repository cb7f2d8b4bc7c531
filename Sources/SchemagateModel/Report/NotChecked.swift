/// Something that the report can't speak of, and why.
package struct NotChecked: Hashable, Sendable, Codable {
  package let what: String
  package let why: String
  /// What would let it be checked, where somebody can do something.
  package let `try`: String?

  package init(what: String, why: String, try remedy: String? = nil) {
    self.what = what
    self.why = why
    self.try = remedy
  }
}

/// How long a stage took.
package struct Timing: Hashable, Sendable, Codable {
  package let stage: String
  package let milliseconds: Int

  package init(stage: String, milliseconds: Int) {
    self.stage = stage
    self.milliseconds = milliseconds
  }
}
