import Foundation
import SchemagateModel

/// Schema changes folded by what they belong to: a new table is one entry, whatever it holds.
struct ChangeGroup {
  let change: ChangeReport
  /// Columns, constraints and indexes that came or went with the object.
  let folded: [ChangeReport]

  /// Groups in reading order.
  static func groups(_ changes: [ChangeReport]) -> [ChangeGroup] {
    let whole = changes.filter { $0.foldsItsParts }
    let verbs = Dictionary(whole.map { ($0.name, $0.verb) }) { first, _ in first }
    let parts = changes.filter { change in
      guard let table = change.tableName, table != change.name || !change.foldsItsParts else { return false }
      return verbs[table] == change.verb
    }
    let byTable = Dictionary(grouping: parts) { $0.tableName ?? "" }
    let hidden = Set(parts)
    return changes.filter { !hidden.contains($0) }.map { change in
      ChangeGroup(change: change, folded: change.foldsItsParts ? byTable[change.name] ?? [] : [])
    }
  }

  /// `4 columns, 1 index`; `nil` for an object that brought nothing.
  var contents: String? {
    let kinds = Dictionary(grouping: folded, by: \.kind).mapValues(\.count)
    let order = [.column] + ObjectKind.allCases.filter { $0 != .column }
    let parts = order.compactMap { kind in kinds[kind].map { Count.of($0, kind.rawValue, kind.plural) } }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension ObjectKind {
  /// The word for several of them.
  fileprivate var plural: String {
    if self == .statistics || self == .defaultPrivileges { return rawValue }
    if rawValue.hasSuffix("x") || rawValue.hasSuffix("class") { return rawValue + "es" }
    return rawValue.hasSuffix("cy") || rawValue.hasSuffix("ly") || rawValue.hasSuffix("ry")
      ? rawValue.dropLast() + "ies" : rawValue + "s"
  }
}

extension ChangeReport {
  /// An object that comes or goes as a whole, so that its parts need no lines of their own.
  fileprivate var foldsItsParts: Bool {
    guard verb == .add || verb == .drop else { return false }
    switch kind.family {
    case .table, .view: return true
    case .database, .schema, .installed, .type, .sequence, .column, .constraint, .index, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      return false
    }
  }

  /// The attributes that a reader wants to see in one line: what differs, without what follows from the object being new.
  var differences: [AttributeReport] {
    switch verb {
    case .alter, .rename: attributes.filter { $0.base != $0.head }.map(\.withoutCommonEntries)
    case .add, .drop: attributes.filter { $0.name == .type }
    }
  }
}

extension ChangeReport.AttributeReport {
  /// Of grants, only the entries that came or went.
  fileprivate var withoutCommonEntries: Self {
    guard name == .grants else { return self }
    let (before, after) = (entries(base), entries(head))
    return .init(
      name: name, base: text(before.filter { !after.contains($0) }), head: text(after.filter { !before.contains($0) }))
  }

  private func entries(_ text: String?) -> [String] { text?.components(separatedBy: ", ") ?? [] }

  private func text(_ entries: [String]) -> String? {
    let entries = entries.filter { !$0.isEmpty }
    return entries.isEmpty ? nil : entries.joined(separator: ", ")
  }
}
