import SchemagateModel

/// Names in sentences. Backquotes mark them; each format shows what they mark in its own way.
enum Marked {
  static func code(_ text: String) -> String { "`\(text.replacing("`", with: "'"))`" }

  /// The server's words, whose own backquotes must not mark anything.
  static func quoting(_ words: String) -> String { words.replacing("`", with: "'") }

  /// A file by its own name; one that is called like its neighbours, by its folder too.
  static func file(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let isShared = parts.last.map { sharedNames.contains($0) } ?? false
    return code(parts.suffix(isShared ? 2 : 1).joined(separator: "/"))
  }

  private static let sharedNames: Set<Substring> = ["up.sql", "down.sql", "migration.sql"]
}

extension ObjectIdentity {
  /// column `public.users.email`, foreign key `orders_user_fk` on `public.orders`
  var marked: String {
    let own = "\(kind.rawValue) \(Marked.code(ObjectName.dotted(name)))"
    return table.map { "\(own) on \(Marked.code(ObjectName.dotted($0)))" } ?? own
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`
  var enumerated: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// The text as the beginning of a sentence.
  var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() }
}
