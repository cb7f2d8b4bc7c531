/// A path pattern: `*` and `?` match within a part, `**` any number of parts.
struct PathGlob {
  private let parts: [Substring]

  init(_ pattern: String) { parts = pattern.split(separator: "/") }

  func matches(_ path: String) -> Bool {
    matches(parts[...], path.split(separator: "/")[...])
  }

  private func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      return matches(pattern.dropFirst(), path) || (!path.isEmpty && matches(pattern, path.dropFirst()))
    }
    guard let part = path.first, part.matches(glob: first) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }
}

extension Substring {
  fileprivate func matches(glob: Substring) -> Bool {
    guard let wanted = glob.first else { return isEmpty }
    if wanted == "*" {
      return matches(glob: glob.dropFirst()) || (!isEmpty && dropFirst().matches(glob: glob))
    }
    guard let own = first, wanted == "?" || wanted == own else { return false }
    return dropFirst().matches(glob: glob.dropFirst())
  }
}
