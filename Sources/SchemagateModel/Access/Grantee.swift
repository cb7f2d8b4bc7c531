/// Who holds a right, as a grant names them.
package enum Grantee: Hashable, Sendable {
  case everyone
  /// The owner of the object itself, whoever that is.
  case owner
  case databaseOwner
  case administrator
  /// As SQL spells the name: quoted where it has to be.
  case role(String)

  /// Reads the word before `=` in a grant.
  package init(word: String) {
    switch word {
    case "PUBLIC": self = .everyone
    case "OWNER": self = .owner
    case "DATABASE_OWNER": self = .databaseOwner
    case "ADMINISTRATOR": self = .administrator
    default: self = .role(word)
    }
  }

  /// The word that stands for it in a grant.
  package var word: String {
    switch self {
    case .everyone: "PUBLIC"
    case .owner: "OWNER"
    case .databaseOwner: "DATABASE_OWNER"
    case .administrator: "ADMINISTRATOR"
    case .role(let name): name
    }
  }
}

/// One right of one grantee.
package struct Grant: Hashable, Sendable {
  package let grantee: Grantee
  /// In SQL's words: `SELECT`, `USAGE`, …
  package let privilege: String
  /// The right to pass the privilege on, instead of the privilege itself.
  package let isOption: Bool

  package init(grantee: Grantee, privilege: String, isOption: Bool = false) {
    self.grantee = grantee
    self.privilege = privilege
    self.isOption = isOption
  }

  private static let option = " WITH GRANT OPTION"

  /// The rights that an entry `grantee=PRIVILEGE WITH GRANT OPTION` gives: one, or two with the option.
  package static func all(in entry: String) -> [Grant] {
    guard let divider = entry.lastIndex(of: "=") else { return [] }
    let grantee = Grantee(word: String(entry[..<divider]))
    let words = String(entry[entry.index(after: divider)...])
    guard words.hasSuffix(option) else { return [Grant(grantee: grantee, privilege: words)] }
    let privilege = String(words.dropLast(option.count))
    return [false, true].map { Grant(grantee: grantee, privilege: privilege, isOption: $0) }
  }

  /// The privilege as SQL's functions ask for it.
  package var words: String { isOption ? privilege + Self.option : privilege }
}
