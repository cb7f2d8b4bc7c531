/// One of the server's roles, with everything that can be set back.
struct ClusterRole: Sendable {
  let number: UInt32
  let name: String
  /// `LOGIN`, `CONNECTION LIMIT=5`, …
  let options: [String]
  let comment: String?
  let labels: [String]
  var settings: Set<Setting> = []
  var memberships: Set<Membership> = []

  struct Setting: Hashable, Sendable {
    /// `nil` for every database.
    let database: String?
    /// `name=value`
    let text: String

    var name: String { String(text.prefix { $0 != "=" }) }
    var value: String { String(text.drop { $0 != "=" }.dropFirst()) }

    /// Without the value where that may be a secret.
    var shownText: String {
      let name = name.lowercased()
      let isSecret = ["passw", "pwd", "secret", "token", "credential", "apikey", "api_key"].contains(
        where: name.contains)
      return isSecret ? "\(self.name)=\(HiddenValues.mark)" : text
    }
  }

  struct Membership: Hashable, Sendable {
    let group: UInt32
    /// What isn't as `GRANT` makes it by itself.
    let options: [String]
  }
}

/// One row of `cluster_roles.sql`.
struct ClusterRoleRow: Sendable {
  let what: String
  let number: UInt32
  let other: UInt32
  let name: String?
  let parts: [String]
  let text: String?
  let comment: String?
  let labels: [String]

  init(_ row: borrowing RowReader) {
    what = row.text(0) ?? ""
    number = row.number(1)
    other = row.number(2)
    name = row.text(3)
    parts = row.members(4)
    text = row.text(4)
    comment = row.text(5)
    labels = row.members(6)
  }
}
