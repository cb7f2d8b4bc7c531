import SchemagateModel

/// The parts of a dotted name as reports write it; dots inside double quotes or an argument list don't divide.
enum DottedName {
  /// The name without its last part; `nil` for a single part.
  static func parent(of name: String) -> String? {
    lastDot(in: name).map { String(name[..<$0]) }
  }

  static func lastPart(of name: String) -> String {
    lastDot(in: name).map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func lastDot(in name: String) -> String.Index? {
    var quoted = false
    var depth = 0
    var found: String.Index?
    for index in name.indices {
      switch name[index] {
      case "\"": quoted.toggle()
      case "(" where !quoted: depth += 1
      case ")" where !quoted: depth -= 1
      case "." where !quoted && depth == 0: found = index
      default: continue
      }
    }
    return found
  }
}

extension ChangeReport {
  /// The table that the change is about: the object itself, or what it lives in.
  var tableName: String? {
    if let on { return on }
    switch kind.family {
    case .table, .view: return name
    case .column: return DottedName.parent(of: name)
    case .database, .schema, .installed, .type, .sequence, .constraint, .index, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      return nil
    }
  }
}
