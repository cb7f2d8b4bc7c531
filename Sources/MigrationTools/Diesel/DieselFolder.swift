internal import SchemagateModel

/// One migration's folder (diesel_migrations/src/file_based_migrations.rs SqlFileMigration).
struct DieselFolder {
  let path: String
  let target: TargetDefinition

  struct Reading {
    let migration: Migration?
    let problems: [HistoryProblem]
  }

  func read(_ files: FileTree) -> Reading {
    if let up = script("up.sql", files) {
      return Reading(migration: migration(up: up, down: script("down.sql", files)), problems: emptiness(files))
    }
    if let program = program(files) { return Reading(migration: migration(up: program, down: program), problems: []) }
    let down = String.path(path, "down.sql")
    if files.files[down] != nil { return Reading(migration: nil, problems: [.downWithoutUp(path: down)]) }
    return Reading(
      migration: nil,
      problems: [
        .unreadable(location: SourceLocation(path: path), why: "diesel stops at a folder that has no up.sql")
      ])
  }

  /// migrations_internals/src/lib.rs version_from_string: the name up to `_`, without its dashes.
  static func version(ofFolder name: String) -> MigrationID {
    MigrationID(String(name.prefix { $0 != "_" }.filter { $0 != "-" }))
  }

  private func migration(up: MigrationScript, down: MigrationScript?) -> Migration {
    let name = path.lastPart.drop { $0 != "_" }.dropFirst()
    return Migration(
      id: Self.version(ofFolder: path.lastPart), name: String(name), path: up.path, up: up, down: down)
  }

  private func script(_ name: String, _ files: FileTree) -> MigrationScript? {
    let full = String.path(path, name)
    return files.files[full].map {
      ScriptText(target: target, standard: .file).script(path: full, file: $0, directive: metadata(files))
    }
  }

  /// migrations_internals/src/lib.rs TomlMetadata: a file without the key means false, since the field's default is
  /// serde's; a file that can't be read means true.
  private func metadata(_ files: FileTree) -> TransactionScope? {
    guard let file = files.files[.path(path, "metadata.toml")] else { return nil }
    return ConfigurationLines(file.text)["run_in_transaction"] == "true" ? nil : TransactionScope.none
  }

  /// A step written in Rust beside the SQL ones; what it does can't be read from here.
  private func program(_ files: FileTree) -> MigrationScript? {
    guard let source = files.paths(under: path).first(where: { $0.hasSuffix(".rs") }), let file = files.files[source]
    else { return nil }
    return MigrationScript(
      path: source, body: .program(language: "Rust"), transaction: .file, contentID: file.contentID)
  }

  /// run_sql_from_file: a file without a single byte is an error.
  private func emptiness(_ files: FileTree) -> [HistoryProblem] {
    let up = String.path(path, "up.sql")
    guard files.files[up]?.contents.isEmpty ?? false else { return [] }
    return [.unreadable(location: SourceLocation(path: up), why: "diesel refuses an empty file")]
  }
}
