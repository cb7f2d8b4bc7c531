import SchemagateModel

// Kinds of text with a form of their own.
extension YAMLValue {
  /// A path below the repository's root, without `./` before it and `/` behind it; `.` is the root, `""`.
  func path(_ expected: String = "a path") throws -> String {
    let text = try text(expected)
    let parts = text.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    guard !text.hasPrefix("/"), !text.hasPrefix("~"), !parts.contains("..") else {
      throw error(.outsideRepository(text, key: key))
    }
    return parts.joined(separator: "/")
  }

  /// A day, in seconds: a longer limit limits nothing.
  private static let longestDuration = 86_400.0

  /// `500ms`, `30s` or `2m`, as seconds.
  func seconds() throws -> Double {
    let text = try text("a duration")
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60)]
    for (unit, factor) in units where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.count)
      guard digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let number = Double(digits) else { break }
      guard number > 0, number * factor <= Self.longestDuration else { break }
      return number * factor
    }
    throw error(.badDuration(text, key: key))
  }

  /// A day that exists, as `YYYY-MM-DD`.
  func date() throws -> String {
    let text = try text("a date")
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, Self.exists(numbers[0], numbers[1], numbers[2]) else {
      throw error(.badDate(text, key: key))
    }
    return text
  }

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }

  /// `name/arguments`.
  func function() throws -> FunctionStandIn {
    let text = try text("a function, for example normalize/1")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let arity = Int(parts[1]), (-1...127).contains(arity) else {
      throw error(.badFunction(text))
    }
    return FunctionStandIn(name: String(parts[0]), arity: arity)
  }

  /// A dotted name, with `*` and double quotes as in declarations.
  func pattern() throws -> NamePattern {
    let text = try text("a name")
    guard let parts = DottedPattern.parts(of: text) else { throw error(.badName(text, key: key)) }
    return NamePattern(parts: parts)
  }

  /// Replaces each `${NAME}` by the environment's value.
  func expanding(_ text: String, from environment: [String: String]) throws -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      let name = String(rest[start.upperBound..<end])
      guard let value = environment[name], !value.isEmpty else { throw error(.missingVariable(name)) }
      result += rest[..<start.lowerBound] + value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// Splits a dotted name; a quoted part keeps its dots, a routine's argument list stays with its name.
enum DottedPattern {
  /// `nil` where a part is empty or a quote or bracket stays open.
  static func parts(of text: String) -> [String]? {
    var parts = [""]
    var quoted = false
    var depth = 0
    for character in text {
      switch character {
      case "\"" where depth == 0: quoted.toggle()
      case "." where !quoted && depth == 0: parts.append("")
      default:
        if !quoted, character == "(" { depth += 1 }
        if !quoted, character == ")" { depth -= 1 }
        if !quoted, depth == 0, character.isWhitespace { return nil }
        parts[parts.count - 1].append(character)
      }
    }
    return quoted || depth != 0 || parts.contains("") ? nil : parts
  }
}
