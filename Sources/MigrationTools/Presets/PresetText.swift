package import SchemagateModel

extension Preset {
  /// SQL that an administrator runs before the `setup` files.
  package var setup: SourceText {
    switch self {
    case .supabase:
      SourceText(
        path: "the preset supabase", text: String(decoding: PackageResources.supabase_sql, as: UTF8.self))
    }
  }
}
