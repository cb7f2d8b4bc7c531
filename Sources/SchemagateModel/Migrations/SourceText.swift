/// SQL text with the place in a file where it begins.
package struct SourceText: Hashable, Sendable {
  /// Repository-relative; `nil` for text that stands in no file (bookkeeping, `session:`).
  package let path: String?
  /// Line of the first character, from 1.
  package let line: Int
  /// Column of the first character in code points, from 1.
  package let column: Int
  package let text: String

  package init(path: String?, line: Int = 1, column: Int = 1, text: String) {
    self.path = path
    self.line = line
    self.column = column
    self.text = text
  }
}

/// A place in a file of the repository; line and column (in code points) count from 1.
package struct SourceLocation: Hashable, Sendable, Codable {
  package let path: String
  package let line: Int?
  package let column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}
