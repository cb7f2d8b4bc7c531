/// The package's shape as data: what each target may import of this package. Nothing points up, and no stage imports
/// another stage's effects.
enum Diagram {
  static let mayImport: [String: Set<String>] = [
    "SchemagateModel": [],
    "SQLSyntax": ["SchemagateModel"],
    "GitSource": ["SchemagateModel"],
    "MigrationTools": ["SchemagateModel", "SQLSyntax"],
    "Declaring": ["SchemagateModel", "SQLSyntax"],
    "EngineInterface": ["SchemagateModel"],
    "ServerProcess": ["SchemagateModel"],
    "PostgreSQLEngine": ["SchemagateModel", "SQLSyntax", "EngineInterface", "ServerProcess"],
    "SQLiteEngine": ["SchemagateModel", "EngineInterface"],
    "MySQLEngine": ["SchemagateModel", "SQLSyntax", "EngineInterface", "ServerProcess"],
    "ToolPrograms": ["SchemagateModel", "EngineInterface", "ServerProcess"],
    "SchemaDiffing": ["SchemagateModel"],
    "Rehearsing": ["SchemagateModel", "EngineInterface", "ToolPrograms", "SchemaDiffing"],
    "Checking": ["SchemagateModel", "Declaring", "SchemaDiffing"],
    "Reporting": ["SchemagateModel"],
    "Publishing": ["SchemagateModel"],
    "CheckPipeline": [
      "SchemagateModel", "SQLSyntax", "GitSource", "MigrationTools", "Declaring", "EngineInterface", "ToolPrograms",
      "Rehearsing", "SchemaDiffing", "Checking",
    ],
    "schemagate": [
      "SchemagateModel", "SQLSyntax", "GitSource", "MigrationTools", "Declaring", "EngineInterface", "PostgreSQLEngine",
      "SQLiteEngine", "MySQLEngine", "ToolPrograms", "Rehearsing", "SchemaDiffing", "Checking", "Reporting",
      "Publishing", "CheckPipeline",
    ],
  ]

  static let folders: [String: String] = Dictionary(
    uniqueKeysWithValues: mayImport.keys.map { target in
      switch target {
      case "EngineInterface": (target, "Sources/Engines/Interface")
      case "ServerProcess": (target, "Sources/Engines/ServerProcess")
      case "PostgreSQLEngine": (target, "Sources/Engines/PostgreSQL")
      case "SQLiteEngine": (target, "Sources/Engines/SQLite")
      case "MySQLEngine": (target, "Sources/Engines/MySQL")
      case let other: (other, "Sources/\(other)")
      }
    })
}
