internal import SchemagateModel

// Tools whose order is a graph or a plan, and those that keep a sum of everything.

extension ToolBehaviour {
  static let alembic = ToolBehaviour(
    tool: "alembic",
    order: Cell("a graph: `down_revision`", source: "alembic script/revision.py RevisionMap"), ranking: .graph,
    transaction: Cell(
      "one for the run, unless `transaction_per_migration`; none of its own on SQLite and MySQL",
      source: "alembic runtime/migration.py MigrationContext.begin_transaction, ddl/*.py transactional_ddl"),
    sending: Cell("the program's own", source: "alembic runtime/migration.py run_migrations"),
    session: Cell("kept", source: "alembic runtime/migration.py run_migrations"),
    edited: Reaction(.unnoticed, source: "alembic runtime/migration.py run_migrations"),
    removed: Reaction(
      .refuses, "Can't locate revision identified by …", source: "alembic script/base.py _catch_revision_errors"),
    lower: Reaction(
      .refuses,
      "Multiple head revisions are present; `upgrade heads` runs it, and one put in between counts as applied",
      source: "alembic script/base.py _catch_revision_errors, script/revision.py _collect_upgrade_revisions"),
    checksum: Cell("none", source: "alembic ddl/impl.py version_table_impl"),
    down: Cell("`downgrade()` of the same file", source: "alembic command.py downgrade"))

  static let django = ToolBehaviour(
    tool: "django",
    order: Cell("a graph: `dependencies`", source: "django db/migrations/graph.py MigrationGraph"), ranking: .graph,
    transaction: Cell(
      "one per migration, unless `atomic = False`; none on MySQL",
      source: "django db/migrations/executor.py apply_migration, db/backends/base/schema.py BaseDatabaseSchemaEditor"),
    sending: Cell("the program's own", source: "django db/migrations/executor.py apply_migration"),
    session: Cell("kept", source: "django db/migrations/executor.py migrate"),
    edited: Reaction(.unnoticed, source: "django db/migrations/loader.py build_graph"),
    removed: Reaction(
      .refusesIfParent, "NodeNotFoundError",
      source: "django db/migrations/loader.py build_graph, graph.py validate_consistency"),
    lower: Reaction(
      .refuses, "Conflicting migrations detected, or InconsistentMigrationHistory; runs one of another app",
      source: "django core/management/commands/migrate.py, db/migrations/loader.py check_consistent_history"),
    checksum: Cell("none", source: "django db/migrations/recorder.py MigrationRecorder"),
    down: Cell("operations that can be reversed", source: "django db/migrations/migration.py unapply"))

  static let sqitch = ToolBehaviour(
    tool: "sqitch",
    order: Cell("`sqitch.plan`", source: "sqitch lib/App/Sqitch/Plan.pm _parse"), ranking: .list,
    transaction: Cell("none of its own", source: "sqitch lib/App/Sqitch/Engine/pg.pm run_file, _client_opts"),
    sending: Cell("the database's client program", source: "sqitch lib/App/Sqitch/Engine/pg.pm run_file"),
    session: Cell("fresh for each change", source: "sqitch lib/App/Sqitch/Engine/pg.pm run_file"),
    edited: Reaction(.unnoticed, source: "sqitch lib/App/Sqitch/Engine.pm deploy"),
    removed: Reaction(
      .refuses, "Cannot find change … in `sqitch.plan`", source: "sqitch lib/App/Sqitch/Engine.pm _sync_plan"),
    lower: Reaction(
      .refuses, "Cannot find change …: what stands before a change is in its id",
      source: "sqitch lib/App/Sqitch/Engine.pm _sync_plan, Plan/Change.pm info"),
    checksum: Cell(
      "SHA-1 of the plan's entry, and of the script, which only `sqitch check` compares",
      source: "sqitch lib/App/Sqitch/Plan/Change.pm id, script_hash; Engine.pm check"),
    down: Cell("`revert/`", source: "sqitch lib/App/Sqitch/Plan/Change.pm revert_file"))

  static let liquibase = ToolBehaviour(
    tool: "liquibase",
    order: Cell("the changelog's", source: "https://docs.liquibase.com/concepts/changelogs/home.html"), ranking: .list,
    transaction: Cell(
      "one per change set, unless `runInTransaction:false`",
      source: "https://docs.liquibase.com/concepts/changelogs/attributes/run-in-transaction.html"),
    sending: Cell(
      "statement by statement (`splitStatements`)",
      source: "https://docs.liquibase.com/concepts/changelogs/sql-format.html"),
    session: Cell("kept", source: "liquibase changelog/visitor/UpdateVisitor.java"),
    edited: Reaction(
      .refuses, "validation failed, unless `validCheckSum`, `runOnChange` or `runAlways`",
      source: "liquibase changelog/visitor/ValidatingVisitor.java visit"),
    removed: Reaction(.unnoticed, source: "liquibase changelog/filter/ShouldRunChangeSetFilter.java accepts"),
    lower: Reaction(.runs, source: "liquibase changelog/filter/ShouldRunChangeSetFilter.java accepts"),
    checksum: Cell(
      "MD5 of the change set, white space evened", source: "liquibase change/AbstractSQLChange.java NormalizingStream"),
    down: Cell("`--rollback` lines", source: "https://docs.liquibase.com/concepts/changelogs/sql-format.html"))

  static let atlas = ToolBehaviour(
    tool: "atlas",
    order: Cell("file names, as text", source: "atlas sql/migrate/dir.go LocalDir.Files"),
    transaction: Cell(
      "one per file, unless `-- atlas:txmode`", source: "atlas cmd/atlas/internal/cmdapi/migrate.go txmodeFor"),
    sending: Cell("statement by statement", source: "atlas sql/migrate/migrate.go Executor.Execute"),
    session: Cell("kept", source: "atlas sql/migrate/migrate.go Executor.Execute"),
    edited: Reaction(
      .refuses, "checksum mismatch, unless `atlas.sum` is written anew; a fully applied file isn't looked at again",
      source: "atlas sql/migrate/dir.go Validate"),
    removed: Reaction(
      .refuses, "checksum mismatch, unless `atlas.sum` is written anew", source: "atlas sql/migrate/dir.go Validate"),
    lower: Reaction(
      .refuses, "runs or skips with `--exec-order`", source: "atlas sql/migrate/migrate.go Executor.Pending"),
    checksum: Cell("`atlas.sum`: SHA-256 of all files", source: "atlas sql/migrate/dir.go HashFile"),
    down: Cell("computed, not written", source: "https://atlasgo.io/versioned/down"))
}
