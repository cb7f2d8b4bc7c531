/// Dotted names as declarations and reports write them.
package enum ObjectName {
  /// Joins the parts with dots; a part that isn't a plain word is put in double quotes.
  package static func dotted(_ parts: [String]) -> String {
    parts.map(part).joined(separator: ".")
  }

  private static func part(_ text: String) -> String {
    let name = text.prefix { $0 != "(" }
    return isWord(name) ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func isWord(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "$" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}

extension ObjectIdentity {
  /// Kind, name, and table where the object lives in one: `foreign key orders_user_fk on public.orders`.
  package var description: String {
    let own = "\(kind.rawValue) \(ObjectName.dotted(name))"
    return table.map { "\(own) on \(ObjectName.dotted($0))" } ?? own
  }
}
