import SchemagateModel

/// The SQL that shows whether a role has a right. Nothing is ever written by it, and no function is run.
struct AccessQuery {
  let sql: String
  /// The same for a reader, who knows names and no numbers.
  let shown: String
  /// Whether the answer is the query's own, instead of its being allowed.
  let isQuestion: Bool

  init(sql: String) {
    self.init(sql: sql, shown: sql, isQuestion: false)
  }

  private init(sql: String, shown: String, isQuestion: Bool) {
    self.sql = sql
    self.shown = shown
    self.isQuestion = isQuestion
  }

  /// Rights on rows are tried; `EXPLAIN` checks them as the statement itself would. The server is asked for all others.
  init(target: AccessTarget, grant: Grant, columns: [String]) {
    if !grant.isOption, let statement = Self.statement(target, grant.privilege, columns) {
      self.init(sql: statement)
    } else {
      self.init(
        sql: Self.question(target, grant, "\(target.number)::oid"),
        shown: Self.question(target, grant, SQLText.literal(target.shown)), isQuestion: true)
    }
  }

  /// Whether a refusal with this code comes after the rights were found sufficient: a materialized view without rows.
  func passes(_ code: String) -> Bool { code == "55000" && sql.hasPrefix("SELECT") }

  /// The letter by which `pg_policy` knows the command; `nil` for what row security doesn't touch.
  static func policyLetter(_ privilege: String) -> Character? {
    switch privilege {
    case "SELECT": "r"
    case "INSERT": "a"
    case "UPDATE": "w"
    case "DELETE": "d"
    default: nil
    }
  }

  private static func statement(_ target: AccessTarget, _ privilege: String, _ columns: [String]) -> String? {
    guard target.isRelation else { return nil }
    let assigned = target.column.map { [$0] } ?? columns
    switch privilege {
    case "SELECT": return reading(target)
    case "INSERT":
      let list = target.column.map { " (\($0)) VALUES (DEFAULT)" } ?? " DEFAULT VALUES"
      return "EXPLAIN INSERT INTO \(target.relation)\(list)"
    case "UPDATE" where target.kind != .view && !assigned.isEmpty:
      return "EXPLAIN UPDATE \(target.relation) SET \(assigned.map { "\($0) = DEFAULT" }.joined(separator: ", "))"
    case "DELETE": return "EXPLAIN DELETE FROM \(target.relation)"
    default: return nil
    }
  }

  /// A foreign table's server must not be called.
  private static func reading(_ target: AccessTarget) -> String {
    let query = "SELECT \(target.column ?? "*") FROM \(target.relation)"
    return target.kind == .foreignTable ? "EXPLAIN \(query)" : "\(query) LIMIT 0"
  }

  private static func question(_ target: AccessTarget, _ grant: Grant, _ object: String) -> String {
    let privilege = SQLText.literal(grant.words)
    let usage = target.schemaName.map { " AND has_schema_privilege(\(SQLText.literal($0)), 'USAGE')" } ?? ""
    guard let column = target.columnName else {
      return "SELECT has_\(word(target.kind))_privilege(\(object), \(privilege))\(usage)"
    }
    return "SELECT has_column_privilege(\(object), \(SQLText.literal(column)), \(privilege))\(usage)"
  }

  private static func word(_ kind: ObjectKind) -> String {
    switch kind.family {
    case .table, .view, .column, .constraint, .index, .tableCode, .policy: "table"
    case .sequence: "sequence"
    case .routine: "function"
    case .type, .buildingBlock: "type"
    case .schema, .access: "schema"
    case .database: "database"
    case .installed: "language"
    case .service: kind == .server ? "server" : "foreign_data_wrapper"
    }
  }
}
