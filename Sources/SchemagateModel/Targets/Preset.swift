/// A platform of which we know what it provides in every database before the first migration.
package enum Preset: String, Hashable, Sendable, CaseIterable {
  case supabase
}

extension Preset {
  /// What the platform's role for migrations has set on each connection.
  package var session: [String] {
    switch self {
    case .supabase: ["SET search_path = \"$user\", public, extensions"]
    }
  }
}
