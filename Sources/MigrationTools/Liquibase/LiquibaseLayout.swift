internal import SchemagateModel

/// Follows a target's changelog through everything that it includes (liquibase/changelog/DatabaseChangeLog.java, `include`,
/// `includeAll`), or takes all files below its folders where there is no root changelog.
struct LiquibaseLayout {
  let folders: [String]
  let paths: [String]
  let read: (String) -> String?

  enum Item {
    case sql(path: String)
    /// A change set in XML, YAML or JSON.
    case changeSet(path: String, id: String, author: String)
    case property(name: String, value: String)
    case missing(file: String, in: String)
    case unreadable(path: String)
  }

  /// In the order in which Liquibase reads them.
  func items() -> [Item] {
    var visited: Set<String> = []
    if let root = folders.lazy.compactMap(root).first { return items(of: root, &visited) }
    return folders.flatMap { all(below: $0) }.flatMap { items(of: $0, &visited) }
  }

  /// `db.changelog-master.yaml`, `changelog-root.xml`, `changelog.xml`: the shortest such name directly in the folder.
  func root(in folder: String) -> String? {
    paths.filter { $0.folder == folder && Self.isRoot($0.lastPart) }
      .min { $0.utf8.count == $1.utf8.count ? $0.precedesInBytes($1) : $0.utf8.count < $1.utf8.count }
  }

  static func isRoot(_ name: String) -> Bool {
    let name = name.lowercased()
    guard let end = endings.first(where: name.hasSuffix) else { return false }
    let stem = name.dropLast(end.count)
    return stem.contains("changelog")
      && (stem.contains("master") || stem.contains("root") || stem.hasSuffix("changelog"))
  }

  private static let endings = [".xml", ".yaml", ".yml", ".json", ".sql"]

  static func isChangelog(_ path: String) -> Bool { endings.contains { path.lowercased().hasSuffix($0) } }

  private func all(below folder: String) -> [String] {
    paths.filter { $0.isBelow(folder) && Self.isChangelog($0) }
  }

  private func items(of path: String, _ visited: inout Set<String>) -> [Item] {
    guard visited.insert(path).inserted else { return [] }
    guard let text = read(path) else { return [] }
    guard let changelog = LiquibaseChangelog(path: path, text: text) else { return [.sql(path: path)] }
    return changelog.entries.flatMap { items(of: $0, in: path, &visited) }
  }

  private func items(of entry: LiquibaseChangelog.Entry, in path: String, _ visited: inout Set<String>) -> [Item] {
    switch entry {
    case .changeSet(let id, let author): return [.changeSet(path: path, id: id, author: author)]
    case .property(let name, let value): return [.property(name: name, value: value)]
    case .unreadable: return [.unreadable(path: path)]
    case .include(let file, let isRelative):
      let found = candidates(file, from: path, isRelative: isRelative).first { paths.contains($0) }
      return found.map { items(of: $0, &visited) } ?? [.missing(file: file, in: path)]
    case .includeAll(let folder, let isRelative):
      let found = candidates(folder, from: path, isRelative: isRelative).first { !all(below: $0).isEmpty }
      return found.map { all(below: $0).flatMap { items(of: $0, &visited) } } ?? [.missing(file: folder, in: path)]
    }
  }

  /// A path counts from the changelog's own folder, or from the search path, which is one of the folders above it.
  private func candidates(_ name: String, from path: String, isRelative: Bool) -> [String] {
    let name = name.replacing("classpath:", with: "")
    var folder = path.folder
    var candidates = [Self.joined(folder, name)]
    if isRelative { return candidates }
    while !folder.isEmpty {
      folder = folder.folder
      candidates.append(Self.joined(folder, name))
    }
    return candidates
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in name.split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
