package import SchemagateModel

/// A small repository, and a branch of it, on which a rule is shown.
package struct RuleExample: Hashable, Sendable {
  package let engine: EngineKind
  package let tool: String
  /// What base holds where the branch begins.
  package let base: ExampleFiles
  /// What the branch adds or changes.
  package let head: ExampleFiles
  /// What the branch deletes.
  package let removes: [String]
  /// What base gains while the branch is under way.
  package let meanwhile: ExampleFiles
  /// The rule judges files alone, and what would run them isn't asked for.
  package let needsNoDatabase: Bool
  /// What the rule says; empty where it stays quiet.
  package let says: String

  init(
    _ tool: String = "dbmate", on engine: EngineKind = .sqlite, base: ExampleFiles = .customers,
    head: ExampleFiles = [:], removes: [String] = [], meanwhile: ExampleFiles = [:], needsNoDatabase: Bool = false,
    says: String = ""
  ) {
    self.engine = engine
    self.tool = tool
    self.base = base
    self.head = head
    self.removes = removes
    self.meanwhile = meanwhile
    self.needsNoDatabase = needsNoDatabase
    self.says = says
  }
}

extension RuleExample {
  /// The configuration that goes with it; `nil` where the example has its own.
  package var configuration: String? {
    let file = "schemagate.yml"
    guard base[file] == nil, head[file] == nil else { return nil }
    return "targets: {shop: {engine: \(engine.rawValue), migrations: \(ExampleFiles.folder), tool: \(tool)}}\n"
  }
}

/// A rule's two examples.
package struct RuleExamples: Hashable, Sendable {
  package let fires: RuleExample
  package let staysQuiet: RuleExample
}

/// Files by path, in the order in which they are shown.
package struct ExampleFiles: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  package let files: [File]

  package struct File: Hashable, Sendable {
    package let path: String
    package let text: String
  }

  package init(dictionaryLiteral elements: (String, String)...) {
    files = elements.map { File(path: $0, text: $1.hasSuffix("\n") || $1.isEmpty ? $1 : $1 + "\n") }
  }

  private init(files: [File]) { self.files = files }

  subscript(path: String) -> String? { files.first { $0.path == path }?.text }

  /// These, and `others`.
  func with(_ others: ExampleFiles) -> ExampleFiles { ExampleFiles(files: files + others.files) }
}

extension ExampleFiles {
  static let folder = "db/migrations"

  /// Where most examples begin, in dbmate's way.
  static let customers: ExampleFiles = [
    "db/migrations/001_customers.sql": """
    -- migrate:up
    CREATE TABLE customers (id integer PRIMARY KEY, email text);
    -- migrate:down
    DROP TABLE customers;
    """
  ]

  /// The same in pairs of files.
  static let customerPair: ExampleFiles = [
    "db/migrations/1_customers.up.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
    "db/migrations/1_customers.down.sql": "DROP TABLE customers;",
  ]

  /// A second migration.
  static let orders: ExampleFiles = [
    "db/migrations/002_orders.sql": """
    -- migrate:up
    CREATE TABLE orders (id integer PRIMARY KEY, total integer);
    -- migrate:down
    DROP TABLE orders;
    """
  ]
}
