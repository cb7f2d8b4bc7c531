internal import SchemagateModel

/// sqlx-core/src/migrate/source.rs resolve_blocking and migration_type.rs: `V_description.sql`, where `.up.sql` and
/// `.down.sql` are the two directions of a reversible migration. Underscores in the description become spaces.
enum SqlxName {
  /// Whether sqlx tries to read the file at all; others are passed over.
  static func isMigration(_ path: String) -> Bool {
    path.hasSuffix(".sql") && path.lastPart.contains("_")
  }

  static func parse(_ path: String) -> NumberedFile? {
    let file = path.lastPart
    guard let bar = file.firstIndex(of: "_"), let version = VersionNumber(file[..<bar]), version.fits(Int64.self)
    else { return nil }
    let rest = file[file.index(after: bar)...]
    let isDown = rest.hasSuffix(".down.sql")
    let suffix = isDown ? ".down.sql" : rest.hasSuffix(".up.sql") ? ".up.sql" : ".sql"
    guard rest.hasSuffix(suffix) else { return nil }
    return NumberedFile(
      path: path, version: version, name: String(rest.dropLast(suffix.count)), direction: isDown ? .down : .up)
  }
}
