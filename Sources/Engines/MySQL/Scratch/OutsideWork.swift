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
    guard let current else { return Self.dropped(text) }
    if current != scratch { return Self.rejection(current, text) }
    guard let known else { return nil }
    let present = try await Self.databases(over: administrator)
    return present.subtracting(known).filter { RunMark.isScratch($0) == false }.sorted().first
      .map { Self.rejection($0, text) }
  }

  static func databases(over connection: MySQLConnection) async throws -> Set<String> {
    Set(try await connection.rows("SHOW DATABASES").compactMap { $0[0] })
  }

  static let advice =
    "let the migrations work in the database of their connection: take CREATE DATABASE, USE and the database's name before "
    + "the dot out of them, since scratch databases have names of their own; what another database has to hold for "
    + "them belongs into a setup file"

  /// Nothing is left to read, so that no step can follow.
  private static func dropped(_ text: SourceText) -> Rejection {
    Rejection(
      cause: .migration, message: "the migration drops the database that it runs in", code: "",
      location: text.place, stayed: [text.text])
  }

  private static func rejection(_ name: String, _ text: SourceText) -> Rejection {
    let piece = MissingPiece(
      kind: .other, name: "database \(name)", setup: nil,
      advice: advice)
    return Rejection(
      cause: .environment(piece),
      message: "the migration works in another database (\(name)) than the one that it was given: "
        + "what it does there is not compared",
      code: "", location: text.place)
  }
}

extension SourceText {
  fileprivate var place: SourceLocation? { path.map { SourceLocation(path: $0, line: line, column: column) } }
}
