/// An ini file as Python's `configparser` reads it: sections, keys in small letters, values over several lines, and
/// `%(name)s` for other values of the section.
struct AlembicINI {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.withoutReturn)
  }

  /// The value as Alembic gets it; `here` is the folder of the file.
  func value(_ key: String, in section: String = "alembic", here: String) -> String? {
    let values = values(of: "DEFAULT").merging(values(of: section)) { _, own in own }
    return values[key].map { Self.interpolated($0, values.merging(["here": here]) { own, _ in own }) }
  }

  private func values(of section: String) -> [String: String] {
    var values: [String: String] = [:]
    var current = ""
    var key: String?
    for line in lines {
      switch Self.kind(of: line) {
      case .nothing: continue
      case .section(let name): (current, key) = (name, nil)
      case .more(let text):
        if current == section, let key { values[key]? += "\n" + text }
      case .value(let name, let text):
        key = name
        if current == section { values[name] = text }
      }
    }
    return values
  }

  private enum Kind {
    case nothing
    case section(String)
    case value(String, String)
    /// An indented line, which goes on with the value above it.
    case more(String)
  }

  private static func kind(of line: Substring) -> Kind {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") { return .nothing }
    if line.first == " " || line.first == "\t" { return .more(text) }
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      return .section(String(text[text.index(after: text.startIndex)..<end]))
    }
    guard let at = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return .nothing }
    return .value(text[..<at].trimmed.lowercased(), text[text.index(after: at)...].trimmed)
  }

  private static func withoutReturn(_ line: Substring) -> Substring { line.last == "\r" ? line.dropLast() : line }

  /// A few levels deep, so that a value that names itself comes to an end.
  private static func interpolated(_ value: String, _ values: [String: String], depth: Int = 0) -> String {
    guard depth < 10 else { return value }
    let filled = value.replacing(/%\(([^)]*)\)s/) { match in
      values[match.output.1.lowercased()].map { interpolated($0, values, depth: depth + 1) } ?? String(match.output.0)
    }
    return depth == 0 ? filled.replacing("%%", with: "%") : filled
  }
}

extension AlembicINI {
  /// The file with the database's address replaced wherever a section has one, and with `%(here)s` meaning `here`
  /// although the file stands elsewhere.
  func text(url: String, here: String) -> String {
    var isURL = false
    var output: [String] = []
    for line in lines {
      switch Self.kind(of: line) {
      case .value(Self.urlKey, _):
        isURL = true
        output.append("\(Self.urlKey) = \(url)")
        continue
      case .more where isURL: continue
      case .nothing, .section, .value, .more: isURL = false
      }
      output.append(String(line.replacing("%(here)s", with: here)))
      if case .section("alembic") = Self.kind(of: line), values(of: "alembic")[Self.urlKey] == nil {
        output.append("\(Self.urlKey) = \(url)")
      }
    }
    return output.joined(separator: "\n")
  }

  static let urlKey = "sqlalchemy.url"
}
