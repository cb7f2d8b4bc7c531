internal import SchemagateModel

/// `DATABASECHANGELOG` and `DATABASECHANGELOGLOCK` (sqlgenerator/core/CreateDatabaseChangeLogTableGenerator.java,
/// MarkChangeSetRanGenerator.java); PostgreSQL folds the names.
struct LiquibaseTable {
  private let engine: EngineKind
  private let log: BookkeepingTable
  private let lock: BookkeepingTable

  init(_ target: TargetDefinition) {
    engine = target.engine
    let folds = target.engine == .postgresql
    let name = folds ? "databasechangelog" : "DATABASECHANGELOG"
    log = BookkeepingTable(target, standard: name)
    var own = target
    own.tool.table = target.tool.table.map { $0 + (folds ? "lock" : "LOCK") }
    lock = BookkeepingTable(own, standard: name + (folds ? "lock" : "LOCK"))
  }

  var patterns: [NamePattern] { [log.pattern, lock.pattern] }

  var query: String { "SELECT FILENAME, ID, AUTHOR FROM \(log.qualified)" }

  var prepare: [String] {
    [
      "CREATE TABLE IF NOT EXISTS \(lock.qualified) (ID INTEGER NOT NULL PRIMARY KEY, LOCKED BOOLEAN NOT NULL, "
        + "LOCKGRANTED \(time), LOCKEDBY VARCHAR(255))",
      "CREATE TABLE IF NOT EXISTS \(log.qualified) (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL, "
        + "FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED \(time) NOT NULL, ORDEREXECUTED INTEGER NOT NULL, "
        + "EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), DESCRIPTION VARCHAR(255), COMMENTS VARCHAR(255), "
        + "TAG VARCHAR(255), LIQUIBASE VARCHAR(20), CONTEXTS VARCHAR(255), LABELS VARCHAR(255), DEPLOYMENT_ID VARCHAR(10))",
    ]
  }

  /// The row goes in after the change set's own transaction (changelog/visitor/UpdateVisitor.java).
  func ran(_ migration: Migration, _ script: MigrationScript) -> Step.Bookkeeping {
    let parts = Self.parts(migration.id).map(engine.literal)
    let sum = script.checksum.map { engine.literal("9:" + $0) } ?? "NULL"
    let values = parts + ["CURRENT_TIMESTAMP", next, "'EXECUTED'", sum]
    let columns = "ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM"
    return Step.Bookkeeping(after: [
      "DELETE FROM \(log.qualified) WHERE \(condition(migration.id))",
      "INSERT INTO \(log.qualified) (\(columns)) SELECT \(values.joined(separator: ", "))",
    ])
  }

  func reverted(_ migration: Migration) -> Step.Bookkeeping {
    Step.Bookkeeping(after: ["DELETE FROM \(log.qualified) WHERE \(condition(migration.id))"])
  }

  private func condition(_ id: MigrationID) -> String {
    zip(["ID", "AUTHOR", "FILENAME"], Self.parts(id)).map { "\($0) = \(engine.literal($1))" }.joined(separator: " AND ")
  }

  /// Id, author and path of `path::id::author`.
  private static func parts(_ id: MigrationID) -> [String] {
    let parts = id.rawValue.split(separator: "::", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3 else { return [id.rawValue, "", ""] }
    return [parts[parts.count - 2], parts[parts.count - 1], parts.dropLast(2).joined(separator: "::")]
  }

  private var next: String { "(SELECT coalesce(max(ORDEREXECUTED), 0) + 1 FROM \(log.qualified))" }

  private var time: String {
    engine == .postgresql ? "TIMESTAMP WITHOUT TIME ZONE" : engine == .sqlite ? "TEXT" : "datetime"
  }
}
