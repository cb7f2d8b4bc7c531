import SchemagateModel

/// What is held of the parts of an object before and after a change. Of an extension's and the system's objects only what
/// differs from how they were made is listed, so that a right taken away is an entry, `… revoked`: where such an entry
/// comes, a right goes.
struct HeldGrants {
  let base: [String]
  let head: [String]

  init(_ change: AttributeChange) {
    let before = Self.parted(SchemaObject.members(of: change.base))
    let after = Self.parted(SchemaObject.members(of: change.head))
    base = before.held.union(after.revoked.subtracting(before.revoked)).sorted()
    head = after.held.union(before.revoked.subtracting(after.revoked)).sorted()
  }

  private static func parted(_ entries: [String]) -> (held: Set<String>, revoked: Set<String>) {
    let revoked = entries.filter { $0.hasSuffix(ending) }
    return (Set(entries).subtracting(revoked), Set(revoked.map { String($0.dropLast(ending.count)) }))
  }

  private static let ending = " revoked"
}

/// An object of an extension or of the system, by what the server calls it: `function public.akeys(public.hstore)`.
enum HiddenMember {
  static func identity(_ text: String) -> ObjectIdentity {
    let (kind, length) = kind(text)
    return ObjectIdentity(kind: kind, name: parts(text.dropFirst(length)))
  }

  private static func kind(_ text: String) -> (ObjectKind, Int) {
    if let column = text.prefix(while: { $0 != "." }).firstRange(of: " column ") {
      return (.column, text.distance(from: text.startIndex, to: column.upperBound))
    }
    let known = ObjectKind.allCases.filter { text.hasPrefix("\($0.rawValue) ") }
    guard let kind = known.max(by: { $0.rawValue.count < $1.rawValue.count }) else { return (.compositeType, 0) }
    return (kind, kind.rawValue.count + 1)
  }

  /// The name's parts; dots within quotes and among a routine's arguments part nothing.
  private static func parts(_ name: Substring) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isArgument = false
    for character in name {
      isQuoted = character == "\"" ? !isQuoted : isQuoted
      isArgument = isArgument || character == "(" && !isQuoted
      if character == ".", !isQuoted, !isArgument {
        parts.append("")
      } else if character != "\"" || isArgument {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
