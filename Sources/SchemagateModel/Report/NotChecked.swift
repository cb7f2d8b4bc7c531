/// Something that the report can't speak of, and why.
package struct NotChecked: Hashable, Sendable, Codable {
  package let what: String
  package let why: String

  package init(what: String, why: String) {
    self.what = what
    self.why = why
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
