import Foundation
import SchemagateModel

/// What changed in who may do what, as sentences of words and names.
enum AccessWording {
  /// A piece of a sentence: our own words, or a name from the branch.
  enum Piece: Hashable {
    case words(String)
    case name(String)
  }

  /// One sentence per grantee and object, then what else moved access.
  static func sentences(_ changes: [ChangeReport]) -> [[Piece]] {
    // The policies of a table that comes or goes as a whole change nothing for anybody.
    let whole = Set(changes.filter { $0.kind == .table && $0.verb != .alter }.map(\.name))
    return changes.filter { change in
      change.movesAccess || change.touchesRowSecurity && !whole.contains(change.tableName ?? change.name)
    }.flatMap(sentences)
  }

  private static func sentences(_ change: ChangeReport) -> [[Piece]] {
    let found = change.attributes.flatMap { sentences(change, $0) }
    return found.isEmpty ? [whole(change)] : found
  }

  /// Access moved by the object itself: a policy, a function that runs as its owner.
  private static func whole(_ change: ChangeReport) -> [Piece] {
    let place = change.on.map { [Piece.words(" on "), .name($0)] } ?? []
    let effect =
      switch change.consequence {
      case .losesAccess: "takes access away"
      case .widensAccess: "gives access"
      case .harmless, .breaksUse, .losesData: "changes who may see or change which rows"
      }
    let verb =
      switch change.verb {
      case .add: "the new"
      case .drop: "dropping the"
      case .alter: "altering the"
      case .rename: "renaming the"
      }
    return [.words("\(verb) \(change.kind.rawValue) "), .name(change.name)] + place + [.words(" \(effect)")]
  }

  private static func sentences(_ change: ChangeReport, _ attribute: ChangeReport.AttributeReport) -> [[Piece]] {
    switch attribute.name {
    case .grants: grants(change, attribute)
    case .owner where attribute.head != nil && attribute.base != nil:
      [[.name(change.name), .words(" now belongs to "), .name(attribute.head ?? "")]]
    case .rowSecurity where change.verb == .alter, .forcedRowSecurity where change.verb == .alter:
      [
        [
          .words("\(attribute.name.rawValue) of "), .name(change.name),
          .words(attribute.head == "true" ? " is now on" : " is now off"),
        ]
      ]
    default: []
    }
  }

  private static func grants(_ change: ChangeReport, _ attribute: ChangeReport.AttributeReport) -> [[Piece]] {
    guard change.verb != .drop else { return [] }
    let base = entries(attribute.base)
    let head = entries(attribute.head)
    return sentence(change, head.subtracting(base), "can now")
      + sentence(change, base.subtracting(head), "can no longer")
  }

  private static func sentence(_ change: ChangeReport, _ entries: Set<Entry>, _ can: String) -> [[Piece]] {
    let grantees = Dictionary(grouping: entries, by: \.grantee)
    return grantees.keys.sorted().map { grantee in
      let verbs = (grantees[grantee] ?? []).sorted { ($0.place, $0.verb) < ($1.place, $1.verb) }.map(\.verb)
      let who: Piece = grantee == "PUBLIC" ? .words("everyone") : .name(grantee)
      return [who, .words(" \(can) \(list(verbs)) "), .name(change.name)]
    }
  }

  private static func list(_ verbs: [String]) -> String {
    guard let last = verbs.last, verbs.count > 1 else { return verbs.first ?? "" }
    return verbs.dropLast().joined(separator: ", ") + " and " + last
  }

  private struct Entry: Hashable {
    let grantee: String
    let verb: String
    /// Reading comes before writing, whatever the alphabet says.
    let place: Int
  }

  private static func entries(_ text: String?) -> Set<Entry> {
    let entries = (text ?? "").components(separatedBy: ", ").compactMap { entry -> Entry? in
      guard let divider = entry.lastIndex(of: "=") else { return nil }
      let privilege = String(entry[entry.index(after: divider)...])
      return Entry(grantee: String(entry[..<divider]), verb: verb(privilege), place: place(privilege))
    }
    return Set(entries)
  }

  private static func verb(_ privilege: String) -> String {
    let suffix = " WITH GRANT OPTION"
    let word = privilege.hasSuffix(suffix) ? String(privilege.dropLast(suffix.count)) : privilege
    let known = known.first { $0.privilege == word }?.verb
    return known.map { word == privilege ? $0 : "\($0) (and let others)" } ?? "use an unusual privilege on"
  }

  private static func place(_ privilege: String) -> Int {
    known.firstIndex { privilege.hasPrefix($0.privilege) } ?? known.count
  }

  private static let known: [(privilege: String, verb: String)] = [
    ("SELECT", "read"), ("INSERT", "add rows to"), ("UPDATE", "change rows of"), ("DELETE", "delete rows of"),
    ("TRUNCATE", "empty"), ("REFERENCES", "refer to"), ("TRIGGER", "set triggers on"), ("EXECUTE", "run"),
    ("USAGE", "use"), ("CREATE", "create in"), ("CONNECT", "connect to"), ("MAINTAIN", "maintain"),
    ("TEMPORARY", "make temporary tables in"), ("ALL", "do everything with"),
  ]
}

extension ChangeReport {
  fileprivate var movesAccess: Bool { consequence == .widensAccess || consequence == .losesAccess }

  /// Whether it changes which rows somebody sees of what was there before.
  fileprivate var touchesRowSecurity: Bool {
    switch verb {
    case .add, .drop, .rename: kind == .policy && verb != .rename
    case .alter: kind == .policy || attributes.contains { $0.name == .rowSecurity || $0.name == .forcedRowSecurity }
    }
  }
}
