internal import SchemagateModel

/// Reads Prisma's migration folders, in the byte order of their names
/// (schema-engine/connectors/schema-connector/src/migrations_directory.rs, `list_migrations`).
struct PrismaHistory {
  let target: TargetDefinition
  let files: FileTree

  func history() -> MigrationHistory {
    let paths = target.migrations.flatMap { folder in
      files.paths(under: folder).filter { $0.lastPart == "migration.sql" && $0.folder.folder == folder }
    }
    let migrations = paths.compactMap(migration).sorted { $0.id.rawValue.precedesInBytes($1.id.rawValue) }
    return MigrationHistory(migrations: migrations, problems: target.migrations.compactMap(lockProblem))
  }

  /// The whole script goes to the server in one message, and Prisma opens no transaction; PostgreSQL itself treats the
  /// statements of one message as one (flavour/postgres, `raw_cmd`).
  private func migration(_ path: String) -> Migration? {
    guard let file = files.files[path] else { return nil }
    let folder = path.folder.lastPart
    let script = MigrationScript(
      path: path, body: .sql([SourceText(path: path, text: file.text)]),
      transaction: target.tool.transaction ?? .none, contentID: file.contentID,
      checksum: SHA256.hexadecimal(of: file.contents))
    return Migration(
      id: MigrationID(folder), name: String(folder.drop { $0 != "_" }.dropFirst()), path: path, up: script, down: nil)
  }

  /// Prisma stops where the lock file names another provider than the schema (`error_on_changed_provider`, P3019).
  private func lockProblem(in folder: String) -> HistoryProblem? {
    let path = String.path(folder, "migration_lock.toml")
    guard let lock = files.files[path], let provider = ConfigurationLines(lock.text)["provider"],
      let engine = PrismaLayout.engine(ofProvider: provider), !Self.isSame(engine, target.engine)
    else { return nil }
    return .unreadable(
      location: SourceLocation(path: path),
      why: "Prisma stops: the migrations were written for \(provider), and the target is \(target.engine.rawValue)")
  }

  /// Prisma has one provider for MySQL and MariaDB.
  private static func isSame(_ left: EngineKind, _ right: EngineKind) -> Bool {
    left == right || (left == .mysql && right == .mariadb)
  }
}
