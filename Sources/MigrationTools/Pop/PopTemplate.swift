internal import SchemagateModel

/// The actions of Go's text/template that migrations use: values, comments and trim marks (migration_content.go hands the
/// connection's details to each file; popx hands over a map). Conditions, loops and functions are refused.
struct PopTemplate {
  /// What the application puts into `Options`, or into popx's map.
  let values: [String: String]

  struct Reading {
    var text = ""
    /// What has no value, with the line where it is first asked for.
    var lacking: [Lack] = []
    var refused: (action: String, line: Int)?
  }

  struct Lack {
    let name: String
    let line: Int
    /// A dot follows, as behind a schema's name.
    let isSchema: Bool
  }

  /// One action, and where it stands.
  private struct Place {
    let words: String
    let line: Int
    let isBeforeDot: Bool
  }

  private enum Action {
    case comment
    case literal(String)
    case value(String)
    case unknown
  }

  func read(_ source: String) -> Reading {
    var reading = Reading()
    var rest = source[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      let line = source[..<open.lowerBound].utf8.count { $0 == 0x0A } + 1
      let inside = rest[open.upperBound..<close.lowerBound]
      let trimsLeft = inside.hasPrefix("-") && inside.dropFirst().first?.isWhitespace ?? false
      let trimsRight = inside.hasSuffix("-") && inside.dropLast().last?.isWhitespace ?? false
      reading.text += trimsLeft ? rest[..<open.lowerBound].trimmedAtEnd : rest[..<open.lowerBound]
      let words = inside.dropFirst(trimsLeft ? 1 : 0).dropLast(trimsRight ? 1 : 0).trimmed
      let isBeforeDot = rest[close.upperBound...].drop(while: { $0 == "\"" }).hasPrefix(".")
      apply(Self.action(words), at: Place(words: words, line: line, isBeforeDot: isBeforeDot), to: &reading)
      rest = trimsRight ? rest[close.upperBound...].drop(while: \.isWhitespace) : rest[close.upperBound...]
    }
    if rest.contains("{{"), reading.refused == nil {
      reading.refused = ("{{", source.utf8.count { $0 == 0x0A } - rest.utf8.count { $0 == 0x0A } + 1)
    }
    reading.text += rest
    return reading
  }

  private func apply(_ action: Action, at place: Place, to reading: inout Reading) {
    switch action {
    case .comment: break
    case .literal(let text): reading.text += text
    case .value(let name):
      if let value = values[name] {
        reading.text += value
      } else if !reading.lacking.contains(where: { $0.name == name }) {
        reading.lacking.append(Lack(name: name, line: place.line, isSchema: place.isBeforeDot))
      }
    case .unknown: reading.refused = reading.refused ?? (place.words, place.line)
    }
  }

  private static func action(_ words: String) -> Action {
    if words.hasPrefix("/*"), words.hasSuffix("*/") { return .comment }
    if let match = words.wholeMatch(of: /index\s+\$?\.Options\s+["`](?<name>[^"`]+)["`]/) {
      return .value(String(match.name))
    }
    if let match = words.wholeMatch(of: /\$?\.(?:Options\.)?(?<name>\w+)/) { return .value(String(match.name)) }
    if let match = words.wholeMatch(of: /"(?<text>[^"\\]*)"|`(?<raw>[^`]*)`/) {
      return .literal(String(match.text ?? match.raw ?? ""))
    }
    return .unknown
  }
}

extension Substring {
  fileprivate var trimmedAtEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }
}
