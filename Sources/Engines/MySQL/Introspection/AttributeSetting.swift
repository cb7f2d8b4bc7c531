import SchemagateModel

extension [Attribute: Value] {
  /// Sets a text where there is one.
  mutating func set(_ attribute: Attribute, text: String?) {
    if let text, !text.isEmpty { self[attribute] = .text(text) }
  }

  /// Sets SQL where there is some.
  mutating func set(_ attribute: Attribute, sql: String?) {
    if let sql, !sql.isEmpty { self[attribute] = .sql(sql) }
  }

  /// Sets a set where it has members.
  mutating func set(_ attribute: Attribute, members: [String]) {
    if !members.isEmpty { self[attribute] = .set(of: members) }
  }

  /// Sets a flag where it holds.
  mutating func set(_ attribute: Attribute, whereTrue flag: Bool) {
    if flag { self[attribute] = .flag(true) }
  }
}
