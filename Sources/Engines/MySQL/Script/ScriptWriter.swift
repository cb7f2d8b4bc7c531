import EngineInterface
import SchemagateModel

/// Writes a database's schema as the server's own `SHOW CREATE` statements do, in the order of their names.
struct ScriptWriter {
  private let connection: MySQLConnection

  init(connection: MySQLConnection) { self.connection = connection }

  func script(withRowsOf tables: [NamePattern]) async throws -> String {
    try await ReadingSession(connection: connection).read {
      let database = try await connection.rows("SELECT DATABASE()").first?.first ?? nil
      let reading = ShownObjects(connection: connection, database: database ?? "")
      let programs = try await ShownPrograms(connection: connection, shown: reading)
      let relations = try await reading.relations()
      let rows = try await TableRows(connection: connection).inserts(into: tables)
      var mode: String?
      let parts: [[String]] = [
        ["SET foreign_key_checks = 0"].ended, relations.sequences.ended, programs.routines.statements(in: &mode),
        relations.tables.ended,
        relations.views.ended, programs.triggers.statements(in: &mode),
        programs.events.statements(in: &mode), rows.ended, ["SET foreign_key_checks = 1"].ended,
      ]
      return parts.flatMap(\.self).joined(separator: "\n")
    }
  }
}

extension [String] {
  fileprivate var ended: [String] { map { $0 + ";\n" } }
}

/// What `SHOW CREATE` says of tables, views and sequences.
struct ShownObjects {
  let connection: MySQLConnection
  let database: String

  struct Relations {
    var sequences: [String] = []
    var tables: [String] = []
    var views: [String] = []
  }

  func relations() async throws -> Relations {
    var relations = Relations()
    var views: [(name: String, text: String)] = []
    let rows = try await connection.rows(
      "SELECT TABLE_NAME, TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1")
    for row in rows {
      let name = row[0] ?? ""
      switch row[1] {
      case "VIEW": views.append((name, try await text("VIEW", name)))
      case "SEQUENCE": relations.sequences.append(try await text("SEQUENCE", name))
      case "TEMPORARY"?: continue
      case _: relations.tables.append(try await text("TABLE", name).withoutCounter)
      }
    }
    relations.views = Self.ordered(views)
    return relations
  }

  /// The statement as the server shows it, without the database's name and the definer's.
  func text(_ kind: String, _ name: String, column: Int = 1) async throws -> String {
    let rows = try await connection.rows("SHOW CREATE \(kind) \(SQLText.identifier(name))")
    guard let row = rows.first, row.count > column, let text = row[column] else {
      throw CatalogueError.unshown(kind: kind.lowercased(), name: name)
    }
    return shown(text)
  }

  func shown(_ text: String) -> String {
    text.replacing("\(SQLText.identifier(database)).", with: "").replacing(#/^(CREATE .*?)DEFINER=`[^`]*`@`[^`]*` /#) {
      "\($0.output.1)"
    }
  }

  /// A view stands after those that it reads; besides that, names decide.
  private static func ordered(_ views: [(name: String, text: String)]) -> [String] {
    var left = views
    var texts: [String] = []
    while !left.isEmpty {
      let next = left.firstIndex { view in
        !left.contains { $0.name != view.name && view.text.contains(SQLText.identifier($0.name)) }
      }
      texts.append(left.remove(at: next ?? 0).text)
    }
    return texts
  }
}

extension String {
  /// A table's next number is a matter of its rows.
  fileprivate var withoutCounter: String {
    replacing(#/\n\) ENGINE=(\S+) AUTO_INCREMENT=\d+/#) { "\n) ENGINE=\($0.output.1)" }
  }
}
