import SchemagateModel

/// Which way an attribute's value moved.
package enum Direction: String, Hashable, Sendable, CaseIterable {
  /// There was none, or a flag went on, or a set only gained members.
  case added
  /// There is none any more, or a flag went off, or a set only lost members.
  case removed
  /// A number, or the room that a type has, became larger.
  case raised
  case lowered
  /// A set gained and lost members.
  case exchanged
  case changed

  /// Whether something that was there is there no more.
  var takesAway: Bool {
    switch self {
    case .removed, .lowered, .exchanged: true
    case .added, .raised, .changed: false
    }
  }

  /// Whether there is only more than before.
  var gives: Bool {
    switch self {
    case .added, .raised: true
    case .removed, .lowered, .exchanged, .changed: false
    }
  }
}

extension Direction {
  init(_ change: AttributeChange) {
    if change.attribute == .type || change.attribute == .subtype {
      self = TypeRoom.direction(from: change.base?.description, to: change.head?.description)
    } else if change.attribute == .persistence {
      self = change.base?.description == "permanent" || change.base?.description == "p" ? .lowered : .raised
    } else if change.attribute == .memberGrants {
      let held = HeldGrants(change)
      self = Self.ofMembers(held.base, held.head)
    } else {
      self = Self.between(change.base, change.head)
    }
  }

  private static func between(_ base: Value?, _ head: Value?) -> Direction {
    switch (base, head) {
    case (.integer(let old)?, .integer(let new)?): new < old ? .lowered : .raised
    case (.flag, .flag(let new)?): new ? .added : .removed
    case (nil, .flag(let new)?): new ? .added : .removed
    case (.flag(let old)?, nil): old ? .removed : .added
    case (.set(let old)?, .set(let new)?): ofMembers(old, new)
    case (.list(let old)?, .list(let new)?): ofMembers(old, new)
    case (_?, .text(let new)?) where ["disabled", "replica", "off"].contains(new): .removed
    case (nil, _): .added
    case (_, nil): .removed
    case (_?, _?): .changed
    }
  }

  private static func ofMembers(_ old: [String], _ new: [String]) -> Direction {
    let (before, after) = (Set(old), Set(new))
    let kept = new.filter(before.contains)
    if after.isSuperset(of: before) { return kept == old && after != before ? .added : .changed }
    return before.isSuperset(of: after) ? .removed : .exchanged
  }
}
