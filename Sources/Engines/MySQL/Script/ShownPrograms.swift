import SchemagateModel

/// Routines, triggers and events as statements for the server's client program, with the `sql_mode` that they run in.
struct ShownPrograms {
  let routines: [ShownProgram]
  let triggers: [ShownProgram]
  let events: [ShownProgram]

  init(connection: MySQLConnection, shown: ShownObjects) async throws {
    let reading = ProgramReading(connection: connection, shown: shown)
    routines = try await reading.routines()
    triggers = try await reading.triggers()
    events = try await reading.events()
  }
}

/// A stored program.
struct ShownProgram {
  let mode: String
  let text: String
}

extension [ShownProgram] {
  /// `mode` is the session's, which is only changed where a program needs another.
  func statements(in mode: inout String?) -> [String] {
    map { program in
      let setting = program.mode == mode ? "" : "SET sql_mode = \(SQLText.literal(program.mode));\n\n"
      mode = program.mode
      return setting + "DELIMITER ;;\n\(program.text);;\nDELIMITER ;\n"
    }
  }
}

private struct ProgramReading {
  let connection: MySQLConnection
  let shown: ShownObjects

  func routines() async throws -> [ShownProgram] {
    let rows = try await connection.rows(
      """
      SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
      ORDER BY ROUTINE_TYPE, ROUTINE_NAME
      """)
    var programs: [ShownProgram] = []
    for row in rows { programs.append(try await program(row[0] ?? "", row[1] ?? "")) }
    return programs
  }

  func triggers() async throws -> [ShownProgram] {
    let rows = try await connection.rows(
      """
      SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
      ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
      """)
    var programs: [ShownProgram] = []
    for row in rows { programs.append(try await program("TRIGGER", row[0] ?? "")) }
    return programs
  }

  /// A beginning that nobody named is the moment at which the event was made.
  func events() async throws -> [ShownProgram] {
    let rows = try await connection.rows(
      """
      SELECT EVENT_NAME, CONVERT_TZ(STARTS, TIME_ZONE, @@SESSION.time_zone) IN (CREATED, LAST_ALTERED)
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE() ORDER BY EVENT_NAME
      """)
    var programs: [ShownProgram] = []
    for row in rows {
      let event = try await program("EVENT", row[0] ?? "", column: 3)
      let text = row[1] == "1" ? event.text.replacing(#/ STARTS '[^']*'/#, with: "", maxReplacements: 1) : event.text
      programs.append(ShownProgram(mode: event.mode, text: text))
    }
    return programs
  }

  private func program(_ kind: String, _ name: String, column: Int = 2) async throws -> ShownProgram {
    let rows = try await connection.rows("SHOW CREATE \(kind) \(SQLText.identifier(name))")
    guard let row = rows.first, row.count > column, let text = row[column] else {
      throw CatalogueError.unshown(kind: kind.lowercased(), name: name)
    }
    return ShownProgram(mode: row[1] ?? "", text: shown.shown(text))
  }
}
