internal import SchemagateModel

// Tools that keep a row for each migration, and read SQL files.

extension ToolBehaviour {
  static let dbmate = ToolBehaviour(
    tool: "dbmate",
    order: Cell("file names, as text", source: "dbmate pkg/dbmate/db.go FindMigrations"),
    transaction: Cell(
      "one per file, unless `transaction:false`", source: "dbmate pkg/dbmate/db.go Migrate, migration.go"),
    sending: Cell("whole section", source: "dbmate pkg/dbmate/db.go Migrate"),
    session: Cell("kept", source: "dbmate pkg/dbmate/db.go Migrate"),
    edited: Reaction(.unnoticed, source: "dbmate pkg/dbmate/db.go Migrate"),
    removed: Reaction(.unnoticed, source: "dbmate pkg/dbmate/db.go FindMigrations"),
    lower: Reaction(.runs, "refuses with `--strict`", source: "dbmate pkg/dbmate/db.go Migrate"),
    checksum: Cell("none", source: "dbmate pkg/driver/postgres/postgres.go CreateMigrationsTable"),
    down: Cell("`-- migrate:down` of the same file", source: "dbmate pkg/dbmate/migration.go"))

  static let diesel = ToolBehaviour(
    tool: "diesel",
    order: Cell("versions, as text", source: "diesel migration_harness.rs pending_migrations"),
    transaction: Cell(
      "one per migration, unless `run_in_transaction = false`",
      source: "diesel migrations_internals/src/file_based_migrations.rs"),
    sending: Cell("whole file", source: "diesel migrations_internals/src/file_based_migrations.rs run"),
    session: Cell("kept", source: "diesel migration_harness.rs run_pending_migrations"),
    edited: Reaction(.unnoticed, source: "diesel migration_harness.rs pending_migrations"),
    removed: Reaction(.unnoticed, source: "diesel migration_harness.rs pending_migrations"),
    lower: Reaction(.runs, source: "diesel migration_harness.rs pending_migrations"),
    checksum: Cell("none", source: "diesel migration_harness.rs applied_migrations"),
    down: Cell("`down.sql` of the folder", source: "diesel migrations_internals/src/lib.rs"))

  static let sqlx = ToolBehaviour(
    tool: "sqlx",
    order: Cell("versions, as numbers", source: "sqlx sqlx-core/src/migrate/source.rs resolve_blocking"),
    transaction: Cell(
      "one per file, unless it begins with `-- no-transaction`", source: "sqlx sqlx-core/src/migrate/source.rs"),
    sending: Cell("whole file", source: "sqlx sqlx-postgres/src/migrate.rs apply"),
    session: Cell("kept", source: "sqlx sqlx-core/src/migrate/migrator.rs run_direct"),
    edited: Reaction(
      .refuses, "VersionMismatch, for a comment too",
      source: "sqlx sqlx-core/src/migrate/migrator.rs validate_applied_migrations"),
    removed: Reaction(
      .refuses, "VersionMissing, unless `ignore_missing` is set",
      source: "sqlx sqlx-core/src/migrate/migrator.rs validate_applied_migrations"),
    lower: Reaction(.runs, source: "sqlx sqlx-core/src/migrate/migrator.rs run_direct"),
    checksum: Cell("SHA-384 of the file", source: "sqlx sqlx-core/src/migrate/migration.rs checksum"),
    down: Cell("`.down.sql` beside the file", source: "sqlx sqlx-core/src/migrate/migration_type.rs"))

  static let goose = ToolBehaviour(
    tool: "goose",
    order: Cell("versions, as numbers", source: "goose migrate.go, provider_collect.go"),
    transaction: Cell("one per file, unless `NO TRANSACTION`", source: "goose migration_sql.go"),
    sending: Cell(
      "statement by statement, cut at semicolons outside `StatementBegin`", source: "goose internal/sqlparser/parser.go"
    ),
    session: Cell("kept", source: "goose migration_sql.go"),
    edited: Reaction(.unnoticed, source: "goose internal/gooseutil/resolve.go UpVersions"),
    removed: Reaction(.unnoticed, source: "goose internal/gooseutil/resolve.go UpVersions"),
    lower: Reaction(
      .refuses, "runs with `-allow-missing`", source: "goose internal/gooseutil/resolve.go UpVersions"),
    checksum: Cell("none", source: "goose internal/dialect/dialectquery/postgres.go CreateTable"),
    down: Cell("`-- +goose Down` of the same file", source: "goose migration_sql.go"))

  static let flyway = ToolBehaviour(
    tool: "flyway",
    order: Cell("versions, part by part as numbers", source: "flyway api/MigrationVersion.java"),
    transaction: Cell(
      "one per file where all its statements allow it", source: "flyway sqlscript/ParserSqlScript.java"),
    sending: Cell("statement by statement", source: "flyway sqlscript/DefaultSqlScriptExecutor.java"),
    session: Cell("kept; role and search path go back", source: "flyway command/DbMigrate.java restoreOriginalState"),
    edited: Reaction(
      .refuses, "checksum mismatch, for a comment too; a repeatable one runs again",
      source: "flyway info/MigrationInfoImpl.java validate"),
    removed: Reaction(
      .refuses, "unless it is above all files", source: "flyway info/MigrationInfoImpl.java validate"),
    lower: Reaction(.refuses, "runs with `outOfOrder`", source: "flyway info/MigrationInfoImpl.java validate"),
    checksum: Cell("CRC-32 of the lines", source: "flyway resolver/ChecksumCalculator.java"),
    down: Cell(
      "`U` files (not in the free edition)",
      source: "https://documentation.red-gate.com/fd/undo-migrations-273973355.html"))

  static let prisma = ToolBehaviour(
    tool: "prisma",
    order: Cell(
      "folder names, as text", source: "prisma-engines schema-connector/src/migrations_directory.rs list_migrations"),
    transaction: Cell("none of its own", source: "prisma-engines sql-schema-connector/src/flavour/postgres raw_cmd"),
    sending: Cell("whole file", source: "prisma-engines sql-schema-connector/src/flavour/postgres raw_cmd"),
    session: Cell("kept", source: "prisma-engines commands/src/commands/apply_migrations.rs"),
    edited: Reaction(
      .unnoticed, "by `migrate deploy`; `migrate dev` resets",
      source: "prisma-engines commands/src/commands/apply_migrations.rs"),
    removed: Reaction(.unnoticed, source: "prisma-engines commands/src/commands/apply_migrations.rs"),
    lower: Reaction(.runs, source: "prisma-engines commands/src/commands/apply_migrations.rs"),
    checksum: Cell(
      "SHA-256, kept and not compared by `deploy`", source: "prisma-engines commands/src/commands/apply_migrations.rs"),
    down: Cell("none", source: "https://www.prisma.io/docs/orm/prisma-migrate/workflows/generating-down-migrations"))
}
