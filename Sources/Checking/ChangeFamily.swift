import Declaring
import SchemagateModel

/// A change with those that it makes: a dropped table and its columns are one thing to say.
struct ChangeFamily {
  let root: SchemaChange
  let parts: [SchemaChange]

  var all: [SchemaChange] { [root] + parts }

  /// In the order of their roots. `matcher` knows the migration's changes, of which `changes` are some.
  static func families(_ changes: [SchemaChange], _ matcher: ChangeMatcher) -> [ChangeFamily] {
    let known = Set(changes)
    var parts: [SchemaChange: [SchemaChange]] = [:]
    var roots: [SchemaChange] = []
    for change in changes {
      if let root = matcher.owners(of: change).last(where: known.contains) {
        parts[root, default: []].append(change)
      } else {
        roots.append(change)
      }
    }
    return roots.map { ChangeFamily(root: $0, parts: parts[$0] ?? []) }
  }

  static func families(_ changes: [SchemaChange]) -> [ChangeFamily] {
    families(changes, ChangeMatcher(changes: changes, typeNames: [:], defaultSchemas: []))
  }

  /// ` with 2 columns and 1 index`; empty for an object alone.
  var partWords: String {
    let kinds = Dictionary(grouping: parts, by: \.identity.kind).sorted { $0.key < $1.key }
    return kinds.isEmpty ? "" : " with " + kinds.map { $1.count.of($0.rawValue) }.enumerated
  }
}
