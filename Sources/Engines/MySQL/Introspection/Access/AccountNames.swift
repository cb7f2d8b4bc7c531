/// Accounts as reports show them. Our own never show: reports mustn't depend on who reads or rehearses.
struct AccountNames: Sendable {
  /// `name@host`, or a name alone for all of its hosts.
  private let own: Set<String>

  init(own: Set<String>) { self.own = own }

  /// An object's definer; `nil` for an account of our own, which is the default.
  func definer(_ account: String?) -> String? { account.flatMap { isOwn($0) ? nil : Self.shown($0) } }

  func isOwn(_ account: String) -> Bool {
    own.contains(account) || own.contains(account.lastIndex(of: "@").map { String(account[..<$0]) } ?? account)
  }

  /// A role of MariaDB's has no host.
  static func shown(_ account: String) -> String { account.hasSuffix("@") ? String(account.dropLast()) : account }

  /// `'name'@'host'`, as `information_schema` quotes a grantee, without the quotes.
  static func unquoted(_ grantee: String) -> String {
    guard let at = grantee.firstRange(of: "'@'"), grantee.first == "'", grantee.last == "'" else { return grantee }
    let name = grantee[grantee.index(after: grantee.startIndex)..<at.lowerBound]
    return "\(name)@\(grantee[at.upperBound...].dropLast())"
  }
}
