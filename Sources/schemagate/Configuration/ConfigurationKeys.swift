/// Every key that `schemagate.yml` may hold, by the mapping in which it stands. The reader takes no other.
enum ConfigurationKeys {
  static let root = ["version", "base", "targets", "rules", "budget", "allow"]
  static let budget = ["migration", "total"]
  static let waiver = ["rule", "on", "because", "until"]
  static let target = [
    "engine", "engines", "server-version", "migrations", "tool", "server", "privileges", "setup", "session",
    "variables", "functions", "schema", "environments", "data", "rows", "expectations", "ignore", "inputs",
  ]
  static let setup = ["preset", "files"]
  static let declaredSchema = ["command", "inputs"]
  static let tool = [
    "name", "transaction", "out-of-order", "table", "split", "up", "down", "order", "runner", "directory", "config",
    "settings", "url", "environment", "list", "all",
  ]
}
