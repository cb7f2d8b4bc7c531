import SchemagateModel

/// Routines, triggers and events as statements for the server's client program, each with the `sql_mode` that it runs in.
struct ShownPrograms {
  let routines: [String]
  let triggers: [String]
  let events: [String]

  init(connection: MySQLConnection, shown: ShownObjects) async throws {
    let reading = ProgramReading(connection: connection, shown: shown)
    routines = try await reading.routines()
    triggers = try await reading.triggers()
    events = try await reading.events()
  }
}

private struct ProgramReading {
  let connection: MySQLConnection
  let shown: ShownObjects

  func routines() async throws -> [String] {
    let rows = try await connection.rows(
      """
      SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      ORDER BY ROUTINE_TYPE, ROUTINE_NAME
      """)
    var texts: [String] = []
    for row in rows { texts.append(try await program(row[0] ?? "", row[1] ?? "")) }
    return texts
  }

  func triggers() async throws -> [String] {
    let rows = try await connection.rows(
      """
      SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
      ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
      """)
    var texts: [String] = []
    for row in rows { texts.append(try await program("TRIGGER", row[0] ?? "")) }
    return texts
  }

  /// A beginning that nobody named is the moment at which the event was made.
  func events() async throws -> [String] {
    let rows = try await connection.rows(
      """
      SELECT EVENT_NAME, CONVERT_TZ(STARTS, TIME_ZONE, @@SESSION.time_zone) IN (CREATED, LAST_ALTERED)
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE() ORDER BY EVENT_NAME
      """)
    var texts: [String] = []
    for row in rows {
      let text = try await program("EVENT", row[0] ?? "", column: 3)
      texts.append(row[1] == "1" ? text.replacing(#/ STARTS '[^']*'/#, with: "", maxReplacements: 1) : text)
    }
    return texts
  }

  private func program(_ kind: String, _ name: String, column: Int = 2) async throws -> String {
    let rows = try await connection.rows("SHOW CREATE \(kind) \(SQLText.identifier(name))")
    guard let row = rows.first, row.count > column, let text = row[column] else {
      throw CatalogueError.unshown(kind: kind.lowercased(), name: name)
    }
    return """
      SET sql_mode = \(SQLText.literal(row[1] ?? ""));

      DELIMITER ;;
      \(shown.shown(text));;
      DELIMITER ;

      """
  }
}
