/// A user and host as a message or a statement names them: `'app'@'%'`, `app@localhost`, or `app` alone.
struct AccountName: Hashable, Sendable {
  private let user: String
  private let host: String

  var name: String { "\(user)@\(host)" }
  var sql: String { SQLText.account(user, host) }

  /// The first quoted `user@host` of a message.
  init?(in message: String) {
    self.init(message.firstMatch(of: #/['`]([^'`]+)['`]@['`]([^'`]*)['`]/#).map { ($0.1, $0.2) })
  }

  /// The account that a statement grants to.
  init?(grantedBy statement: String?) {
    let pattern = #/(?i)\sTO\s+['"`]?([^'"`@\s,;]+)['"`]?(?:@['"`]?([^'"`\s,;]*)['"`]?)?/#
    self.init(statement?.firstMatch(of: pattern).map { ($0.1, $0.2 ?? "%") })
  }

  private init?(_ parts: (Substring, Substring)?) {
    guard let parts else { return nil }
    user = String(parts.0)
    host = String(parts.1)
  }
}
