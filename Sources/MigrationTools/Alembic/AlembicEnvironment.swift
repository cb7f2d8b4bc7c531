internal import SchemagateModel

/// What the text of `env.py` tells of a run. It is Python of the project's own, so that only what stands there literally
/// is seen.
struct AlembicEnvironment {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Alembic runs everything in one transaction where the server can take back changes of the schema (PostgreSQL, in
  /// `impl.transactional_ddl`), unless `transaction_per_migration` is set. Elsewhere it leaves that to the driver.
  func transaction(on engine: EngineKind) -> TransactionScope {
    let isTransactional = flag("transactional_ddl") ?? (engine == .postgresql)
    guard isTransactional else { return .none }
    return flag("transaction_per_migration") == true ? .file : .run
  }

  /// The table that is named instead of `alembic_version`, with its schema.
  var table: String? {
    let (schema, table) = (word("version_table_schema"), word("version_table"))
    guard let schema else { return table }
    return schema + "." + (table ?? AlembicTable.standard)
  }

  /// Whether it connects by way of `asyncio`, which only some drivers can.
  var isAsynchronous: Bool { text.contains("async_engine_from_config") || text.contains("create_async_engine") }

  /// The first address that names one of the given dialects, as `dialect` or `dialect+driver`.
  func dialect(among names: [String]) -> String? {
    AlembicDriver.dialects(in: text).first { names.contains(String($0.prefix { $0 != "+" })) }
  }

  /// Whether Alembic calls it at all.
  var isAlembics: Bool { text.contains("alembic") && text.contains("run_migrations") }

  private func flag(_ name: String) -> Bool? {
    guard let regex = try? Regex("\\b\(name)\\s*=\\s*(True|False)", as: (Substring, Substring).self) else { return nil }
    return text.firstMatch(of: regex).map { $0.output.1 == "True" }
  }

  private func word(_ name: String) -> String? {
    guard let regex = try? Regex("\\b\(name)\\s*=\\s*[\"']([\\w.]+)[\"']", as: (Substring, Substring).self) else {
      return nil
    }
    return text.firstMatch(of: regex).map { String($0.output.1) }
  }
}
