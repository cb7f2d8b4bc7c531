package import SchemagateModel

/// Compares the structure of one target's schemas on two engines: tables, columns, keys and indexes.
package enum EngineDiff {
  /// In lines, sorted; empty where nothing that both engines know differs.
  package static func differences(
    _ first: Schema, _ firstDefaults: Set<String>, _ second: Schema, _ secondDefaults: Set<String>
  ) -> [String] {
    let sides = (
      EngineStructure(first, defaultSchemas: firstDefaults), EngineStructure(second, defaultSchemas: secondDefaults)
    )
    let names = (first.engine.name, second.engine.name)
    let tables = missing("table", sides.0.tables, sides.1.tables, names)
    let common = sides.0.tables.intersection(sides.1.tables)
    let shared = { (words: String) in common.contains { words.contains(" of \($0) (") } }
    let keys = missing("", sides.0.keys.filter(shared), sides.1.keys.filter(shared), names)
    let indexes = missing(
      "", Self.indexes(sides.0, sides.1, names).filter(shared), Self.indexes(sides.1, sides.0, names).filter(shared),
      names)
    return tables + columns(sides.0, sides.1, common, names) + keys + indexes
  }

  private typealias Names = (EngineKind, EngineKind)

  /// MySQL makes an index for each foreign key: there it says nothing.
  private static func indexes(_ own: EngineStructure, _ other: EngineStructure, _ names: Names) -> Set<String> {
    guard names.0.isMySQL != names.1.isMySQL else { return own.indexes }
    return own.indexes.subtracting(own.foreignKeyIndexes).subtracting(other.foreignKeyIndexes)
  }

  private static func missing(_ kind: String, _ one: Set<String>, _ other: Set<String>, _ names: Names) -> [String] {
    let prefix = kind.isEmpty ? "" : kind + " "
    return one.subtracting(other).sorted().map { "\(prefix)\($0): only on \(names.0.rawValue)" }
      + other.subtracting(one).sorted().map { "\(prefix)\($0): only on \(names.1.rawValue)" }
  }

  private static func columns(
    _ one: EngineStructure, _ other: EngineStructure, _ tables: Set<String>, _ names: Names
  ) -> [String] {
    let inCommon = { (path: String) in tables.contains(path.split(separator: ".").dropLast().joined(separator: ".")) }
    let sides = (Set(one.columns.keys.filter(inCommon)), Set(other.columns.keys.filter(inCommon)))
    let both = sides.0.intersection(sides.1).sorted()
    return missing("column", sides.0, sides.1, names)
      + both.flatMap { path -> [String] in
        guard let left = one.columns[path], let right = other.columns[path] else { return [] }
        return difference(path, left, right, names)
      }
  }

  private static func difference(
    _ path: String, _ left: EngineStructure.Column, _ right: EngineStructure.Column, _ names: Names
  ) -> [String] {
    var lines: [String] = []
    if !left.family.fits(right.family, onSQLite: names.0 == .sqlite || names.1 == .sqlite) {
      lines.append("column \(path): \(left.type) on \(names.0.rawValue), \(right.type) on \(names.1.rawValue)")
    }
    if left.nullable != right.nullable {
      lines.append("column \(path): may be null only on \((left.nullable ? names.0 : names.1).rawValue)")
    }
    return lines
  }
}
