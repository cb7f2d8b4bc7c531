import SchemagateModel

/// The sentence on what one grantee may do with one object.
struct RightWords {
  let claim: AccessClaim
  let grants: [Grant]
  let effect: RightEffect
  /// Whether the server was asked: the catalogue alone doesn't tell what a role may do by memberships, as a superuser, or
  /// passing over row security, nor what a view's reader needs besides.
  let isProved: Bool

  var sentence: String {
    switch effect {
    case .gains(.all) where !isProved && claim.subject.kind == .view: granted
    case .gains(.some) where !isProved: "\(who) can now \(deeds(object)), which has row security"
    case .gains(.all): "\(who) can now \(deeds(object))\(unguarded)"
    case .gains(.some): "\(who) can now \(deeds(object)), but only rows that policies let through"
    case .gains(.none): "\(granted), but no row passes: row security is on and no policy applies"
    case .alreadyHad(let through): "\(granted); \(couldBefore(through))"
    case .stillRefused(let schema, let message):
      "\(granted), but \(claim.isNew ? "" : "still ")can't \(deeds("it"))\(reason(schema, message))"
    case .loses where !isProved && grantee.isRole: lost
    case .loses: "\(who) can no longer \(deeds(object))"
    case .hadNothing: "\(lost), and could not \(deeds("it")) before either"
    case .keeps(let through): "\(lost), but can still \(deeds("it"))\(way(through))"
    }
  }

  private var granted: String { "\(who) was granted \(privileges) on \(object)" }
  private var lost: String { "\(who) lost \(privileges) on \(object)" }

  private func couldBefore(_ through: Grantee) -> String {
    through == .everyone
      ? "everyone could \(deeds("it")) before" : "\(who) could \(deeds("it")) before\(way(through))"
  }

  private var grantee: Grantee { grants.first?.grantee ?? .everyone }
  private var who: String { grantee.marked }
  private var object: String { claim.subject.markedForAccess }
  private var privileges: String { grants.map(\.words).enumerated }

  /// A new table that is open has nothing that would hold rows back.
  private var unguarded: String {
    claim.isNew && claim.subject.kind == .table && grants.contains { $0.privilege == "SELECT" }
      ? ", a new table without row security" : ""
  }

  /// `read and change rows of …`
  private func deeds(_ object: String) -> String {
    let plain = grants.filter { !$0.isOption }
    let options = grants.filter(\.isOption)
    let verbs = plain.map { Deed($0.privilege, on: claim.subject.kind).verb }
    if options.isEmpty { return "\(verbs.enumerated) \(object)" }
    if plain.map(\.privilege) == options.map(\.privilege) {
      return "\(verbs.enumerated) \(object), and let others do so"
    }
    let others = options.map { "let others \(Deed($0.privilege, on: claim.subject.kind).verb)" }
    return "\((verbs + others).enumerated) \(object)"
  }

  private func reason(_ schema: String?, _ message: String?) -> String {
    if let schema { return ": it lacks USAGE on schema \(Marked.code(ObjectName.dotted([schema])))" }
    return message.map { ": \(Marked.quoting($0))" } ?? ""
  }

  private func way(_ through: Grantee?) -> String {
    guard let through, through != grantee else { return "" }
    switch through {
    case .everyone: return ", as everyone can"
    case .owner: return ", as its owner"
    case .databaseOwner, .administrator, .role: return ", through \(through.marked)"
    }
  }
}

/// A privilege as something that one does.
struct Deed {
  let verb: String

  init(_ privilege: String, on kind: ObjectKind) {
    verb =
      switch (privilege, kind.family) {
      case ("SELECT", _): "read"
      case ("INSERT", .column): "fill in"
      case ("INSERT", _): "add rows to"
      case ("UPDATE", .column): "change"
      case ("UPDATE", .sequence): "set"
      case ("UPDATE", _): "change rows of"
      case ("DELETE", _): "delete rows of"
      case ("TRUNCATE", _): "empty"
      case ("REFERENCES", _): "refer to"
      case ("TRIGGER", _): "set triggers on"
      case ("MAINTAIN", _): "maintain"
      case ("EXECUTE", _): "run"
      case ("USAGE", .sequence): "draw numbers from"
      case ("USAGE", _): "use"
      case ("CREATE", .database): "create schemas in"
      case ("CREATE", _): "create objects in"
      case ("CONNECT", _): "connect to"
      case ("TEMPORARY", _): "make temporary tables in"
      default: "use \(privilege) on"
      }
  }
}

extension Grantee {
  fileprivate var isRole: Bool {
    guard case .role = self else { return false }
    return true
  }

  /// The grantee in a sentence.
  var marked: String {
    switch self {
    case .everyone: "everyone"
    case .owner: "its owner"
    case .databaseOwner: "the database's owner"
    case .administrator: "the administrator"
    case .role(let name): Marked.code(name)
    }
  }
}

extension ObjectIdentity {
  /// The object in a sentence on access: its kind is named where a reader would take it for a table.
  var markedForAccess: String {
    switch kind.family {
    case .table, .column, .view, .routine, .sequence: Marked.code(ObjectName.dotted(name))
    case .database: "the database"
    case .access where kind == .defaultPrivileges: markedFutureObjects
    case .schema, .installed, .type, .constraint, .index, .tableCode, .policy, .buildingBlock, .service, .access: marked
    }
  }

  /// `[role, "tables", schema]`: what a default privilege will apply to.
  private var markedFutureObjects: String {
    guard name.count > 1 else { return marked }
    let place = name.count > 2 ? " in schema \(Marked.code(ObjectName.dotted([name[2]])))" : ""
    return "\(name[1]) that \(Grantee(word: name[0]).marked) makes from now on\(place)"
  }
}
