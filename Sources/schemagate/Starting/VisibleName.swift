import Reporting

/// Names from a repository, on one line and without anything hidden.
enum VisibleName {
  static func of(_ name: String) -> String { VisibleText.line(name) }
}
