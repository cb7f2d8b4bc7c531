/// A target's name, made of its folder's path alone, so that another folder doesn't change it.
enum TargetName {
  /// `crates/server/migrations` is `server`; `migrations` in the root is `database`.
  static func name(of folder: String, parts count: Int = 1) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    while let last = parts.last, generic.contains(last.lowercased()) { parts.removeLast() }
    return parts.isEmpty ? "database" : parts.suffix(count).joined(separator: "-")
  }

  /// A name for each folder. Of folders that would share a name the shortest path keeps it, and the others take more of
  /// theirs.
  static func names(of folders: [String]) -> [String: String] {
    let sorted = folders.sorted {
      let (left, right) = ($0.utf8.count, $1.utf8.count)
      return left == right ? $0.precedesInBytes($1) : left < right
    }
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for folder in sorted {
      let name = free(for: folder, taken)
      taken.insert(name)
      names[folder] = name
    }
    return names
  }

  private static func free(for folder: String, _ taken: Set<String>) -> String {
    let depth = folder.split(separator: "/").count
    let candidates = (1...max(depth, 1)).lazy.map { name(of: folder, parts: $0) }
    let whole = folder.split(separator: "/").joined(separator: "-")
    return candidates.first { !taken.contains($0) } ?? numbered(whole.isEmpty ? "database" : whole, taken)
  }

  private static func numbered(_ name: String, _ taken: Set<String>) -> String {
    guard taken.contains(name) else { return name }
    var number = 2
    while taken.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  private static let generic: Set<String> = [
    "migrations", "migration", "db", "database", "sql", "resources", "main", "src",
    "alembic", "versions",
  ]
}
