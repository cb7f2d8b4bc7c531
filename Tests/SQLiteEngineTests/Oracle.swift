import Foundation
import TestSupport

/// What the `sqlite3` program says of the schema that a script makes.
struct Oracle {
  /// The text of each entry of `sqlite_schema`.
  let text: String
  /// What the pragmas say, generated names of indexes left out.
  let structure: String

  init(script: String) throws {
    text = try Self.run(script, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name;")
    structure = try Self.run(script, Self.pragmas)
  }

  private static let pragmas = """
    SELECT 'entry', type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3;
    SELECT 'table', name, type, wr, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%' ORDER BY name;
    SELECT 'column', t.name, c.cid, c.name, replace(upper(c.type), ' ', ''), c."notnull", upper(c.dflt_value), c.pk, c.hidden
      FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type IN ('table', 'view') ORDER BY t.name, c.cid;
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
