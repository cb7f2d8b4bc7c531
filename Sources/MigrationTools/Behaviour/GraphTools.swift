internal import SchemagateModel

// Tools whose order is a graph or a plan, and those that keep a sum of everything.

extension ToolBehaviour {
  static let alembic = ToolBehaviour(
    tool: "alembic",
    order: Cell("a graph: `down_revision`", source: "alembic script/revision.py RevisionMap"), ranking: .graph,
    transaction: Cell(
      "one for the run, unless `transaction_per_migration`",
      source: "alembic runtime/migration.py MigrationContext.begin_transaction"),
    sending: Cell("the program's own", source: "alembic runtime/migration.py run_migrations"),
    session: Cell("kept", source: "alembic runtime/migration.py run_migrations"),
    edited: Reaction(.unnoticed, source: "alembic runtime/migration.py run_migrations"),
    removed: Reaction(
      .refuses, "Can't locate revision identified by …", source: "alembic script/base.py _catch_revision_errors"),
    lower: Reaction(
      .runs, "a new branch of the graph; several heads stop `upgrade head`",
      source: "https://alembic.sqlalchemy.org/en/latest/branches.html"),
    checksum: Cell("none", source: "alembic runtime/migration.py _version"),
    down: Cell("`downgrade()` of the same file", source: "alembic command.py downgrade"))

  static let django = ToolBehaviour(
    tool: "django",
    order: Cell("a graph: `dependencies`", source: "django db/migrations/graph.py MigrationGraph"), ranking: .graph,
    transaction: Cell(
      "one per migration, unless `atomic = False`", source: "django db/migrations/executor.py apply_migration"),
    sending: Cell("the program's own", source: "django db/migrations/executor.py apply_migration"),
    session: Cell("kept", source: "django db/migrations/executor.py migrate"),
    edited: Reaction(.unnoticed, source: "django db/migrations/loader.py build_graph"),
    removed: Reaction(
      .unnoticed, "unless another one depends on it", source: "django db/migrations/loader.py build_graph"),
    lower: Reaction(
      .runs, "where the graph has one leaf; refuses conflicting migrations, and a parent that wasn't applied",
      source: "django core/management/commands/migrate.py, db/migrations/loader.py check_consistent_history"),
    checksum: Cell("none", source: "django db/migrations/recorder.py MigrationRecorder"),
    down: Cell("operations that can be reversed", source: "django db/migrations/migration.py unapply"))

  static let sqitch = ToolBehaviour(
    tool: "sqitch",
    order: Cell("`sqitch.plan`", source: "https://sqitch.org/docs/manual/sqitch/"), ranking: .list,
    transaction: Cell("none of its own", source: "https://sqitch.org/docs/manual/sqitchtutorial/"),
    sending: Cell("the database's client program", source: "sqitch lib/App/Sqitch/Engine/pg.pm run_file"),
    session: Cell("fresh for each change", source: "sqitch lib/App/Sqitch/Engine/pg.pm run_file"),
    edited: Reaction(.unnoticed, source: "sqitch lib/App/Sqitch/Engine.pm deploy"),
    removed: Reaction(
      .refuses, "the newest deployed change can't be found in the plan",
      source: "sqitch lib/App/Sqitch/Engine.pm _sync_plan"),
    lower: Reaction(
      .skips, "a change that the plan has before the newest deployed one",
      source: "sqitch lib/App/Sqitch/Engine.pm deploy"),
    checksum: Cell("SHA-1 of the plan's entry and of the script", source: "sqitch lib/App/Sqitch/Plan/Change.pm"),
    down: Cell("`revert/`", source: "https://sqitch.org/docs/manual/sqitch-revert/"))

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
    removed: Reaction(
      .unnoticed, source: "liquibase changelog/StatusRunListener and filter/ShouldRunChangeSetFilter.java"),
    lower: Reaction(.runs, source: "liquibase changelog/filter/ShouldRunChangeSetFilter.java accepts"),
    checksum: Cell(
      "MD5 of the change set, white space evened", source: "liquibase change/AbstractSQLChange.java generateCheckSum"),
    down: Cell("`--rollback` lines", source: "https://docs.liquibase.com/concepts/changelogs/sql-format.html"))

  static let atlas = ToolBehaviour(
    tool: "atlas",
    order: Cell("file names, as text", source: "atlas sql/migrate/dir.go LocalDir.Files"),
    transaction: Cell(
      "one per file, unless `-- atlas:txmode`", source: "https://atlasgo.io/versioned/apply#transaction-configuration"),
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
