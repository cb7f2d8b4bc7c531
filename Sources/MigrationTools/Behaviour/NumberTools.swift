internal import SchemagateModel

// Tools that keep one number or one point in time, and plain files.

extension ToolBehaviour {
  static let golangMigrate = ToolBehaviour(
    tool: "golang-migrate",
    order: Cell("versions, as numbers", source: "migrate source/parse.go"),
    transaction: Cell(
      "none on PostgreSQL and MySQL; one per file on SQLite, unless `x-no-tx-wrap`",
      source: "migrate database/postgres/postgres.go Run, database/sqlite3/sqlite3.go Run"),
    sending: Cell("whole file, unless `x-multi-statement`", source: "migrate database/postgres/postgres.go Run"),
    session: Cell("kept", source: "migrate migrate.go runMigrations"),
    edited: Reaction(.unnoticed, source: "migrate migrate.go readUp"),
    removed: Reaction(.refusesIfNewest, "no migration found for version …", source: "migrate migrate.go versionExists"),
    lower: Reaction(.skips, "silently", source: "migrate migrate.go readUp"),
    checksum: Cell("none", source: "migrate database/postgres/postgres.go ensureVersionTable"),
    down: Cell("`.down.sql` beside the file", source: "migrate source/parse.go"))

  static let drizzle = ToolBehaviour(
    tool: "drizzle",
    order: Cell("the journal's", source: "drizzle-orm drizzle-orm/src/migrator.ts readMigrationFiles"), ranking: .list,
    transaction: Cell("one for all pending", source: "drizzle-orm drizzle-orm/src/pg-core/dialect.ts migrate"),
    sending: Cell(
      "statement by statement, cut at `--> statement-breakpoint`",
      source: "drizzle-orm drizzle-orm/src/migrator.ts readMigrationFiles"),
    session: Cell("kept", source: "drizzle-orm drizzle-orm/src/pg-core/dialect.ts migrate"),
    edited: Reaction(.unnoticed, source: "drizzle-orm drizzle-orm/src/pg-core/dialect.ts migrate"),
    removed: Reaction(
      .unnoticed, "a file that the journal still lists stops it: No file … found",
      source: "drizzle-orm drizzle-orm/src/migrator.ts readMigrationFiles, src/pg-core/dialect.ts migrate"),
    lower: Reaction(
      .skips, "silently: only the newest time is compared",
      source: "drizzle-orm drizzle-orm/src/pg-core/dialect.ts migrate"),
    checksum: Cell(
      "SHA-256, kept and not compared", source: "drizzle-orm drizzle-orm/src/migrator.ts readMigrationFiles"),
    down: Cell("none", source: "https://orm.drizzle.team/docs/migrations"))

  static let files = ToolBehaviour(
    tool: "files",
    order: Cell("versions, as numbers or as text (`order`)", source: "this configuration's `tool:`"),
    transaction: Cell("one per file (`transaction`)", source: "this configuration's `tool:`"),
    sending: Cell("whole file (`split`)", source: "this configuration's `tool:`"),
    session: Cell("kept", source: "assumed"),
    edited: Reaction(.unnoticed, source: "assumed of a runner that nobody knows"),
    removed: Reaction(.unnoticed, source: "assumed of a runner that nobody knows"),
    lower: Reaction(.runs, "(`out-of-order`)", source: "this configuration's `tool:`"),
    checksum: Cell("none", source: "assumed"),
    down: Cell("files of the `down` pattern", source: "this configuration's `tool:`"))

  static let command = ToolBehaviour(
    tool: "command",
    order: Cell("as its `list` prints them", source: "this configuration's `tool:`"), ranking: .list,
    transaction: Cell("the program's own", source: "this configuration's `tool:`"),
    sending: Cell("the program's own", source: "this configuration's `tool:`"),
    session: Cell("fresh for each call", source: "this configuration's `tool:`"),
    edited: Reaction(.unnoticed, source: "assumed of a program that nobody knows"),
    removed: Reaction(.unnoticed, source: "assumed of a program that nobody knows"),
    lower: Reaction(.runs, "(`out-of-order`)", source: "this configuration's `tool:`"),
    checksum: Cell("the program's own", source: "this configuration's `tool:`"),
    down: Cell("the `down` command", source: "this configuration's `tool:`"))

  static let pop = ToolBehaviour(
    tool: "pop",
    order: Cell("versions, as text", source: "pop migration_info.go UpMigrations.Less"),
    transaction: Cell(
      "one per file; none for `.autocommit` (Ory's popx)", source: "pop migrator.go UpTo; ory/x popx"),
    sending: Cell("whole file", source: "pop file_migrator.go NewFileMigrator"),
    session: Cell("kept", source: "pop migrator.go UpTo"),
    edited: Reaction(.unnoticed, source: "pop migrator.go UpTo"),
    removed: Reaction(.unnoticed, source: "pop migrator.go UpTo"),
    lower: Reaction(.runs, source: "pop migrator.go UpTo"),
    checksum: Cell("none", source: "pop migrator.go CreateSchemaMigrations"),
    down: Cell("`.down.sql` beside the file", source: "pop migrator.go mrx, Down"))

  static let supabase = ToolBehaviour(
    tool: "supabase",
    order: Cell("versions, as text", source: "supabase/cli apps/cli-go/pkg/migration/list.go ListLocalMigrations"),
    transaction: Cell("one per file", source: "supabase/cli apps/cli-go/pkg/migration/file.go ExecBatch"),
    sending: Cell(
      "statement by statement, in one batch", source: "supabase/cli apps/cli-go/pkg/migration/file.go ExecBatch"),
    session: Cell("kept, with `RESET ALL` before each file", source: "supabase/cli apps/cli-go/pkg/migration/apply.go"),
    edited: Reaction(.unnoticed, source: "supabase/cli apps/cli-go/pkg/migration/apply.go FindPendingMigrations"),
    removed: Reaction(
      .refuses, "Remote migration versions not found in local migrations directory",
      source: "supabase/cli apps/cli-go/pkg/migration/apply.go FindPendingMigrations"),
    lower: Reaction(
      .refuses, "Found local migration files to be inserted before the last migration; runs with `--include-all`",
      source: "supabase/cli apps/cli-go/pkg/migration/apply.go FindPendingMigrations, internal/migration/up/up.go"),
    checksum: Cell("none", source: "supabase/cli apps/cli-go/pkg/migration/history.go"),
    down: Cell("none", source: "https://supabase.com/docs/guides/deployment/database-migrations"))
}
