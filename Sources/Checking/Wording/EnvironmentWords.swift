import SchemagateModel

/// What an environment has applied, in words, where that isn't simply base's history.
struct EnvironmentWords {
  private let environment: EnvironmentRehearsal

  init(_ environment: EnvironmentRehearsal) { self.environment = environment }

  /// `nil` where there is nothing to say.
  var evidence: String? {
    if let why = environment.why { return "taken to have applied base's history: \(why)" }
    let behind = environment.behind.isEmpty ? nil : "lacks of base's migrations: \(list(environment.behind))"
    let ahead = environment.unknown.isEmpty ? nil : "has applied what is not here: \(list(environment.unknown))"
    let words = [behind, ahead].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "\n")
  }

  private func list(_ ids: [MigrationID]) -> String {
    ids.prefix(5).map(\.rawValue).joined(separator: ", ") + (ids.count > 5 ? " and \(ids.count - 5) more" : "")
  }
}
