import SchemagateModel

/// Notices that migrations went to work in another database, where nothing is compared.
struct OutsideWork {
  let scratch: String
  let session: MySQLConnection
  let administrator: MySQLConnection
  /// The databases that were there before; `nil` where the migrations' user can make none.
  let known: Set<String>?

  /// What is said of a text that was carried out; `nil` where all of it stayed inside.
  func rejection(of text: SourceText) async throws -> Rejection? {
    let current = try await session.rows("SELECT DATABASE()").first?.first ?? nil
    if current != scratch { return Self.rejection(current, text) }
    guard let known else { return nil }
    let present = try await Self.databases(over: administrator)
    return present.subtracting(known).filter { RunMark.isScratch($0) == false }.sorted().first
      .map { Self.rejection($0, text) }
  }

  static func databases(over connection: MySQLConnection) async throws -> Set<String> {
    Set(try await connection.rows("SHOW DATABASES").compactMap { $0[0] })
  }

  private static func rejection(_ database: String?, _ text: SourceText) -> Rejection {
    let name = database ?? "none"
    let piece = MissingPiece(
      kind: .other, name: "database \(name)", setup: nil,
      advice: "let the migrations work in the database of their connection, without CREATE DATABASE and USE: "
        + "scratch databases have names of their own")
    return Rejection(
      cause: .environment(piece),
      message: "the migration works in another database (\(name)) than the one that it was given: "
        + "what it does there is not compared",
      code: "", location: text.path.map { SourceLocation(path: $0, line: text.line, column: text.column) })
  }
}
