import Foundation
import TestSupport

/// A repository with an SQLite database, published, with a branch that adds a migration.
struct SampleRepository {
  enum Branch {
    case sound
    /// Its down leaves an index behind.
    case faulty
  }

  let origin: TemporaryRepository
  let base: String
  let head: String
  let merge: String

  var url: String { "file://\(origin.path)" }

  /// `age` commits lie between the branch's beginning and main's tip. Other databases stand in folders of their names;
  /// the branch adds a sound migration to those that are `changed`.
  init(_ branch: Branch, age: Int = 1, others: [String] = [], changed: [String] = []) throws {
    origin = try TemporaryRepository()
    try origin.write("db/migrations/000001_shop.up.sql", "CREATE TABLE orders (id integer PRIMARY KEY, placed text);\n")
    try origin.write("db/migrations/000001_shop.down.sql", "DROP TABLE orders;\n")
    for name in others { try Self.write(1, "\(name)_notes", to: "\(name)/migrations", of: origin) }
    try origin.commit("A shop")
    try origin.git(["checkout", "--quiet", "-b", "work"])
    try origin.write("db/migrations/000002_items.up.sql", Self.up)
    try origin.write("db/migrations/000002_items.down.sql", Self.down(branch))
    for name in changed { try Self.write(2, "\(name)_marks", to: "\(name)/migrations", of: origin) }
    head = try origin.commit("Items")
    try origin.git(["checkout", "--quiet", "main"])
    try Self.add(age, to: origin)
    base = try origin.git(["rev-parse", "HEAD"])
    try origin.git(["checkout", "--quiet", "--detach"])
    try origin.git(["merge", "--quiet", "--no-ff", "--no-edit", "work"])
    merge = try origin.git(["rev-parse", "HEAD"])
    try origin.git(["update-ref", "refs/pull/7/merge", merge])
    try origin.git(["update-ref", "refs/pull/7/head", head])
    try origin.git(["checkout", "--quiet", "main"])
  }

  private static func write(
    _ number: Int, _ table: String, to folder: String, of origin: TemporaryRepository
  ) throws {
    let name = "\(folder)/00000\(number)_\(table)"
    try origin.write("\(name).up.sql", "CREATE TABLE \(table) (id integer PRIMARY KEY AUTOINCREMENT, name text);\n")
    try origin.write("\(name).down.sql", "DROP TABLE \(table);\n")
  }

  /// One process makes any number of commits on main.
  private static func add(_ count: Int, to origin: TemporaryRepository) throws {
    let commit = "commit refs/heads/main\ncommitter T <t@example.org> 1700000000 +0000\ndata 5\nOther\n"
    let first = commit + "from refs/heads/main^0\n"
    let made = try Shell.run(
      ["git", "fast-import", "--quiet"], in: origin.path, environment: ["PATH": "/usr/bin:/bin", "HOME": origin.path],
      input: first + String(repeating: commit, count: count - 1))
    guard made.status == 0 else { throw Templates.Missing(what: made.all) }
  }

  private static let up =
    "CREATE TABLE items (id integer PRIMARY KEY, name text);\nCREATE INDEX orders_placed ON orders (placed);\n"

  private static func down(_ branch: Branch) -> String {
    switch branch {
    case .sound: "DROP INDEX orders_placed;\nDROP TABLE items;\n"
    case .faulty: "DROP TABLE items;\n"
    }
  }

  /// What a CI system's checkout step leaves: one reference, as deep as it was asked for, at a detached HEAD.
  func checkout(_ reference: String, depth: Int) throws -> TemporaryRepository {
    let copy = try TemporaryRepository()
    try copy.git(["remote", "add", "origin", url])
    try copy.git(["fetch", "--quiet", "--depth=\(depth)", "origin", reference])
    try copy.git(["checkout", "--quiet", "--detach", "FETCH_HEAD"])
    return copy
  }
}
