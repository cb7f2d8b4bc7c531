import Foundation
import TestSupport

/// What the `sqlite3` program says of the schema that a script makes.
struct Oracle {
  /// The text of each entry of `sqlite_schema`, counters, and what belongs to the database as a whole.
  let text: String
  /// What the pragmas say, generated names of indexes left out.
  let structure: String

  init(script: String) throws {
    let entries = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name;"
    text = try Self.run(script, entries + Self.whole)
    structure = try Self.run(script, Self.pragmas + Self.whole)
  }

  /// Making an AUTOINCREMENT table makes `sqlite_sequence`, which can be read then.
  private static let whole = """
    PRAGMA user_version; PRAGMA application_id; PRAGMA encoding;
    CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE counted;
    SELECT 'sequence', s.name, s.seq FROM sqlite_sequence s, sqlite_schema t WHERE s.name = t.name AND s.seq > 0
      ORDER BY s.name;
    """

  private static let pragmas = """
    SELECT 'entry', type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3;
    SELECT 'table', name, type, wr, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%' ORDER BY name;
    SELECT 'column', t.name, c.cid, c.name, replace(upper(c.type), ' ', ''), c."notnull",
      replace(upper(c.dflt_value), ' ', ''), c.pk, c.hidden
      FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid;
    SELECT 'index', t.name, iif(i.origin = 'c', i.name, ''), i."unique", i.origin, i.partial, x.seqno, x.cid, x.name,
      x."desc", x.coll, x.key
      FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) x
      WHERE t.type = 'table' ORDER BY t.name, i.seq, x.seqno;
    SELECT 'foreign key', t.name, f.* FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
      WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq;
    """

  private static func run(_ script: String, _ query: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("script.sql", script + "\n" + query)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", ":memory:", ".read '\(folder.path)/script.sql'"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused(script: script) }
    return String(decoding: data, as: UTF8.self)
  }

  struct Refused: Error {
    let script: String
  }
}
