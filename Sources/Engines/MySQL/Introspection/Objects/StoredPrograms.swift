import SchemagateModel

/// What routines, triggers and events have in common.
struct StoredPrograms: Sendable {
  let names: AccountNames
  let databaseCollation: String

  /// The account it runs as, and the settings that it was made and runs under.
  func attributes(
    definer: String?, sqlMode: String?, characterSet: String?, collation: String?, databaseCollation: String?
  ) -> [Attribute: Value] {
    var attributes: [Attribute: Value] = [:]
    attributes.set(.definer, text: names.definer(definer))
    attributes.set(.sqlMode, text: sqlMode)
    var settings = Self.settings(characterSet, collation)
    if let databaseCollation, databaseCollation != self.databaseCollation {
      settings.append("collation_database=\(databaseCollation)")
    }
    attributes.set(.settings, members: settings)
    return attributes
  }

  /// A body, without the end of its statement: whether that one belongs to it depends on what was sent behind it.
  static func body(_ text: String) -> Value {
    guard let end = text.lastIndex(where: { !$0.isWhitespace && $0 != ";" }) else { return .sql(text) }
    return .sql(String(text[...end]))
  }

  static func settings(_ characterSet: String?, _ collation: String?) -> [String] {
    [characterSet.map { "character_set_client=\($0)" }, collation.map { "collation_connection=\($0)" }]
      .compactMap(\.self)
  }
}
