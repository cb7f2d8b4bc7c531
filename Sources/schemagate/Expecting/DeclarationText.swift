import Declaring

/// A declaration line as it stands in files.
struct DeclarationText: Hashable {
  static let placeholder = DeclarationWriter.reasonPlaceholder
  private static let prefix = "-- schemagate: expect "

  /// `-- schemagate: expect drop column users.phone because <reason>`
  let line: String

  var needsReason: Bool { line.hasSuffix(Self.placeholder) }

  /// The entry of a sidecar's `expect:` list.
  var entry: String { line.hasPrefix(Self.prefix) ? String(line.dropFirst(Self.prefix.count)) : line }

  /// How a file holds the line.
  enum Presence: Hashable {
    case absent
    /// With the placeholder, or without any reason although one is needed.
    case unreasoned
    case complete
  }

  /// Looks for the line in a file of SQL, or for its entry in a sidecar; the reason may be any.
  func presence(in text: String) -> Presence {
    let stem = needsReason ? String(entry.dropLast(Self.placeholder.count + " because ".count)) : entry
    let lines = text.split(whereSeparator: \.isNewline).map { $0.replacing("''", with: "'") }
    let found = lines.filter { Self.isDeclaration($0) && Self.holds($0, stem) }
    guard !found.isEmpty else { return .absent }
    guard needsReason else { return .complete }
    return found.contains { $0.contains(stem + " because ") && !$0.contains(Self.placeholder) }
      ? .complete : .unreasoned
  }

  /// Not the statement, which may read just like its declaration.
  private static func isDeclaration(_ line: Substring) -> Bool {
    line.contains("schemagate:") || line.drop(while: \.isWhitespace).hasPrefix("- ")
  }

  /// Whether the text stands there as a whole: another name may go on where this one ends.
  private static func holds(_ line: Substring, _ stem: String) -> Bool {
    line.ranges(of: stem).contains { found in
      line[found.upperBound...].first.map { $0.isWhitespace || "'\"".contains($0) } ?? true
    }
  }
}
