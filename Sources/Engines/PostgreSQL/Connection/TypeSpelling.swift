import CLibpq

extension PostgreSQLConnection {
  /// The server's spelling of a type's name with its modifiers; `nil` where it knows none. The text is only parsed,
  /// as the target of a cast, and never run.
  func spelling(ofType name: String) throws -> String? {
    if let integer = Self.serials[name.lowercased()] { return integer }
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isPartOfTypeName), let column = try column(ofType: name)
    else { return nil }
    return try rows(
      "SELECT format_type($1::oid, $2::integer)", [String(column.type), String(column.modifier)]
    ).first?.first ?? nil
  }

  /// No types, but words that make an integer column.
  private static let serials = [
    "smallserial": "smallint", "serial2": "smallint", "serial": "integer", "serial4": "integer",
    "bigserial": "bigint", "serial8": "bigint",
  ]

  private static func isPartOfTypeName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || " _$.,()[]\"".unicodeScalars.contains(scalar)
  }
}
