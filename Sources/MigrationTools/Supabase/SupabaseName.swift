/// What a file's name tells the Supabase CLI: `^([0-9]+)_(.*)\.sql$` (pkg/migration/file.go migrateFilePattern).
struct SupabaseName {
  let version: String
  let name: String

  init?(_ path: String) {
    guard let match = path.lastPart.wholeMatch(of: /(?<version>[0-9]+)_(?<name>.*)\.sql/) else { return nil }
    version = String(match.version)
    name = String(match.name)
  }

  /// A first file `…_init.sql` of the CLI's early days is passed over (pkg/migration/list.go shouldSkip).
  var isOldInit: Bool { name == "init" && version.utf8.count == 14 && version.precedesInBytes("20211209000000") }
}
