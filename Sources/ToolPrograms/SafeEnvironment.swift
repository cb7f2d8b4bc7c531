/// Our own environment as far as a migration tool may see it: without secrets, and without other databases.
struct SafeEnvironment {
  let variables: [String: String]

  private static let secretWords = [
    "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "PRIVATE", "API_KEY", "APIKEY", "ACCESS_KEY",
    "DATABASE_URL", "DB_PASS", "DB_URL", "AUTH_SOCK", "ASKPASS", "WEBHOOK", "JWT",
  ]
  private static let secretEnds = ["_KEY", "_DSN", "_PASS", "_PAT", "_AUTH"]
  private static let foreignPrefixes = [
    "AWS_", "AZURE_", "GOOGLE_", "GCP_", "GCLOUD_", "GITHUB_", "ACTIONS_", "CI_JOB_", "CI_REGISTRY", "VAULT_", "PG",
    "MYSQL", "MARIADB", "SCHEMAGATE_",
  ]
  private static let databaseSchemes: Set<String> = [
    "postgres", "postgresql", "mysql", "mysql2", "mariadb", "sqlite", "sqlite3", "sqlserver", "mssql", "oracle",
    "mongodb", "redis", "rediss", "amqp", "amqps", "cockroachdb", "clickhouse",
  ]

  init(_ variables: [String: String]) {
    self.variables = variables.filter { !Self.isSecret(name: $0.key) && !Self.isSecret(value: $0.value) }
  }

  private static func isSecret(name: String) -> Bool {
    let name = name.uppercased()
    return secretWords.contains { name.contains($0) } || secretEnds.contains { name.hasSuffix($0) }
      || foreignPrefixes.contains { name.hasPrefix($0) } || name == "KEY"
  }

  /// How the tokens of well-known services begin, whatever the variable is called.
  private static let tokenBeginnings = [
    "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "sk-", "xoxb-", "xoxp-", "AKIA", "eyJ",
    "npm_", "pypi-", "dckr_pat_", "-----BEGIN",
  ]

  /// An address with a password in it, or that of any database; a password among `NAME=value` pairs; a token.
  private static func isSecret(value: String) -> Bool {
    if tokenBeginnings.contains(where: value.hasPrefix) { return true }
    if value.contains(#/(?i)\b(?:password|pwd)\s*=/#) { return true }
    guard let mark = value.firstRange(of: "://") else { return false }
    let scheme = value[..<mark.lowerBound].lowercased().prefix { $0 != "+" }
    if databaseSchemes.contains(String(scheme)) { return true }
    return value.contains(#/:\/\/[^\/\s@]*:[^\/\s@]+@/#)
  }
}
