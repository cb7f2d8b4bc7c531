import SchemagateModel

extension TargetDefinition {
  /// Migrations are never tried where people's data is; which variables are set changes nothing.
  var livingEnvironments: [NotChecked] {
    environments.compactMap { environment in
      let what = "What the migrations do on `\(environment.name)`"
      let drift = "compare it with base: `schemagate drift \(environment.name)`"
      switch environment.source {
      case .snapshot: return nil
      case .url: return NotChecked(what: what, why: "a living database is never written to; \(drift)")
      case .unset(let variable):
        return NotChecked(
          what: what,
          why: "a living database is never written to, and its URL isn't known here: the environment has no variable "
            + "`\(variable)`")
      }
    }
  }
}
