/// Where a target declares the schema that its migrations have to lead to.
package enum DeclaredSchema: Hashable, Sendable {
  /// SQL files or folders of them, relative to the repository's root, run in this order.
  case files([String])
  /// A command that builds the schema in an empty scratch database, and what it depends on, as globs.
  case command(String, inputs: [String])
}

/// A database that exists, with which a target's history is compared.
package struct TargetEnvironment: Hashable, Sendable {
  /// As the configuration names it, for example `staging`.
  package let name: String
  package let source: Source

  package enum Source: Hashable, Sendable {
    /// A living database, which is only read.
    case url(String)
    /// A committed snapshot, relative to the repository's root.
    case snapshot(String)
    /// A living database whose URL stands in a variable that isn't set: a CI job of a fork has no secrets.
    case unset(variable: String)
  }

  package init(name: String, source: Source) {
    self.name = name
    self.source = source
  }
}
