internal import SchemagateModel

extension SupabaseTool {
  /// A folder `supabase/migrations`; the CLI's `config.toml` beside it makes it certain. The platform is Supabase's then,
  /// with what it provides.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    listing.sqlFolders { SupabaseName($0) != nil }.compactMap { folder, _ in
      guard folder == "supabase/migrations" || folder.hasSuffix("/supabase/migrations") else { return nil }
      let settings = listing.read(.path(folder.folder, "config.toml")).map { ConfigurationLines($0.text) }
      let target = TargetDefinition(
        name: TargetName.name(of: folder), engine: .postgresql, migrations: [folder], tool: ToolSettings(name: name),
        preset: .supabase, session: Preset.supabase.session, assumptions: assumptions(folder, settings))
      return DetectedTarget(target: target, confidence: settings == nil ? .marks : .configuration)
    }
  }

  private func assumptions(_ folder: String, _ settings: ConfigurationLines?) -> [String] {
    let platform = "`\(folder)` runs on Supabase, whose roles and schemas are provided (setup: {preset: supabase})"
    guard let major = settings?["db.major_version"] else { return [platform] }
    return [
      platform,
      "config.toml names PostgreSQL \(major); `server-version: \"\(major)\"` makes sure that it is rehearsed on that",
    ]
  }
}
