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

  /// From nothing to a year, so that sums of a stranger's numbers stay numbers.
  package init(stage: String, milliseconds: Int) {
    self.stage = stage
    self.milliseconds = min(max(0, milliseconds), 365 * 24 * 3_600_000)
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      stage: try fields.decode(String.self, forKey: .stage),
      milliseconds: try fields.decode(Int.self, forKey: .milliseconds))
  }
}
