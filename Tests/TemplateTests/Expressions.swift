import Foundation

/// What GitHub's runner makes of `${{ … }}` and of `if:`, as far as the templates go. What it doesn't know is thrown, so
/// that a template can't rely on it unseen.
struct Expressions {
  var values: [String: String]
  let workspace: String

  struct Unknown: Error {
    let expression: String
  }

  func fill(_ text: String) throws -> String {
    var (rest, result) = (text[...], "")
    while let begin = rest.range(of: "${{"), let end = rest[begin.upperBound...].range(of: "}}") {
      result += rest[..<begin.lowerBound]
      result += try value(String(rest[begin.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// A step without `always()` runs only where nothing failed before it.
  func holds(_ condition: String?, failed: Bool) throws -> Bool {
    guard let condition else { return !failed }
    if failed && !condition.contains("always()") { return false }
    return try value(condition) != "false"
  }

  private func value(_ expression: String) throws -> String {
    let expression = expression.trimmingCharacters(in: .whitespaces)
    let alternatives = expression.components(separatedBy: " || ")
    if alternatives.count > 1 { return try alternatives.map(value).first { !$0.isEmpty && $0 != "false" } ?? "" }
    let terms = expression.components(separatedBy: " && ")
    if terms.count > 1 { return try terms.allSatisfy { try value($0) == "true" } ? "true" : "false" }
    for (sign, isEqual) in [(" == ", true), (" != ", false)] {
      let sides = expression.components(separatedBy: sign)
      if sides.count == 2 { return (try value(sides[0]) == value(sides[1])) == isEqual ? "true" : "false" }
    }
    return try term(expression)
  }

  private func term(_ term: String) throws -> String {
    if term == "always()" { return "true" }
    if term.hasPrefix("'"), term.hasSuffix("'") { return String(term.dropFirst().dropLast()) }
    if term.hasPrefix("hashFiles('") {
      return FileManager.default.fileExists(atPath: "\(workspace)/\(term.dropFirst(11).dropLast(2))") ? "hash" : ""
    }
    if let value = values[term] { return value }
    // A key that an event hasn't got, and a step that hasn't run, are empty text.
    if term.hasPrefix("github.event.") || term.hasPrefix("steps.") { return "" }
    throw Unknown(expression: term)
  }
}
