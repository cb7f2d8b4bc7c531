/// A list of types between commas, as it stands in a routine's name.
enum ArgumentList {
  /// The entries, without blanks around them; a comma in parentheses or quotes parts nothing.
  static func split(_ text: String) -> [String] {
    var cursor = Cursor(text)
    var entries: [String] = []
    while !cursor.isAtEnd {
      entries.append(cursor.takeValue(until: [","]))
      guard cursor.take(",") else { break }
    }
    return entries.filter { !$0.isEmpty }
  }

  /// The argument types in a routine's last part, `f(integer, text)`; empty where there are none.
  static func types(in part: String) -> [String] {
    guard let open = part.firstIndex(of: "("), part.hasSuffix(")") else { return [] }
    return split(String(part[part.index(after: open)...].dropLast()))
  }
}
