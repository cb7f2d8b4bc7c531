/// A dotted object name in which `*` matches any run of characters within a part, for example `public.audit_*`.
package struct NamePattern: Hashable, Sendable {
  /// The parts as written, unquoted; a routine's argument list stays in its last part: `f(integer, text)`.
  package let parts: [String]

  package init(parts: [String]) {
    self.parts = parts
  }

  /// Whether these parts name `name`; leading parts (the schema) may be left out where they equal `defaults`.
  package func matches(_ name: [String], omitting defaults: Set<String>) -> Bool {
    if parts.count == name.count { return zip(parts, name).allSatisfy(Self.matches) }
    guard parts.count + 1 == name.count, let schema = name.first, defaults.contains(schema) else { return false }
    return zip(parts, name.dropFirst()).allSatisfy(Self.matches)
  }

  /// The classic greedy match: on a mismatch, the last `*` takes one character more.
  private static func matches(pattern: String, text: String) -> Bool {
    guard pattern.utf8.contains(UInt8(ascii: "*")) else { return pattern.utf8.elementsEqual(text.utf8) }
    let pattern = Array(pattern.unicodeScalars)
    let text = Array(text.unicodeScalars)
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        p = last.pattern + 1
        t = last.text + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
