internal import SchemagateModel

/// What a tool says where it stops. Without a word of its own, what it stops at.
struct RefusalWords {
  var removed = { (id: MigrationID) in "version \(id) is applied, and no file has it" }
  var edited = { (id: MigrationID) in "version \(id) is applied, and its file has changed since" }
  /// The versions that come late, and the newest applied one.
  var late = { (ids: [MigrationID], newest: MigrationID) in
    "version \(ids[0]) is lower than the newest applied one, \(newest)"
  }
  var duplicate = { (id: MigrationID, paths: [String]) in
    "version \(id) is claimed by several files: \(paths.joined(separator: ", "))"
  }
}

extension RefusalWords {
  /// sqlx-core/src/migrate/error.rs MigrateError
  static var sqlx: RefusalWords {
    RefusalWords(
      removed: { "migration \($0) was previously applied but is missing in the resolved migrations" },
      edited: { "migration \($0) was previously applied but has been modified" })
  }

  /// migrate.go versionExists, source/errors.go ErrDuplicateMigration
  static var golangMigrate: RefusalWords {
    RefusalWords(
      removed: { "no migration found for version \($0)" },
      duplicate: { id, paths in
        "duplicate migration file: \((paths.last ?? "").lastPart) "
          + "(version \(id) is claimed by several files: \(paths.joined(separator: ", ")))"
      })
  }

  /// internal/gooseutil/resolve.go newMissingError, provider_collect.go
  static var goose: RefusalWords {
    RefusalWords(
      late: { ids, newest in
        let (noun, plural) = ids.count == 1 ? ("migration", "version") : ("migrations", "versions")
        return "detected \(ids.count) missing (out-of-order) \(noun) lower than database version (\(newest)): "
          + "\(plural) \(ids.map(\.rawValue).joined(separator: ","))"
      },
      duplicate: { id, paths in "found duplicate migration version \(id): \(paths.joined(separator: ", "))" })
  }

  /// pkg/dbmate/db.go Migrate
  static var dbmate: RefusalWords {
    RefusalWords(late: { ids, newest in
      "migration `\(ids[0])` is out of order with already applied migrations, the version number has to be higher than "
        + "the applied migration `\(newest)` in --strict mode"
    })
  }

  /// pkg/migration/apply.go FindPendingMigrations
  static var supabase: RefusalWords {
    RefusalWords(
      removed: { "Remote migration versions not found in local migrations directory: \($0)" },
      late: { ids, newest in
        "Found local migration files to be inserted before the last migration on remote database: "
          + "\(ids.map(\.rawValue).joined(separator: ", ")) before \(newest)"
      })
  }
}
