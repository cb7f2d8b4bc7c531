/// A platform of which we know what it provides in every database before the first migration.
package enum Preset: String, Hashable, Sendable, CaseIterable {
  case supabase
}
