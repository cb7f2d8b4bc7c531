import SchemagateModel

/// The connection that is read from, with the queries in its version's form.
struct CatalogueSource {
  let connection: PostgreSQLConnection
  let majorVersion: Int
  /// `nil` where the server's roles are no part of the schema.
  let roles: RoleScope?

  func scan<Row: Sendable>(
    _ file: [UInt8], _ row: @Sendable (borrowing RowReader) throws -> Row
  ) async throws -> [Row] {
    try await connection.scan(CatalogueQuery(file, majorVersion: majorVersion).text, [], row)
  }

  /// The rows of certain relations, or of all.
  func scan<Row: Sendable>(
    _ file: [UInt8], only relations: Set<UInt32>?, _ row: @Sendable (borrowing RowReader) throws -> Row
  ) async throws -> [Row] {
    guard let relations else { return try await scan(file, row) }
    return try await scan(file, argument: Self.array(relations), row)
  }

  /// The rows of a query with one argument.
  func scan<Row: Sendable>(
    _ file: [UInt8], argument: String, _ row: @Sendable (borrowing RowReader) throws -> Row
  ) async throws -> [Row] {
    let query = CatalogueQuery(file, majorVersion: majorVersion, only: true)
    return try await connection.scan(query.text, [argument], row)
  }

  static func array(_ numbers: Set<UInt32>) -> String {
    "{\(numbers.sorted().map { String($0) }.joined(separator: ","))}"
  }

  /// Rows by the number in their first column.
  func index<Row: Sendable>(
    _ file: [UInt8], _ row: @Sendable (borrowing RowReader) throws -> Row
  ) async throws -> [UInt32: Row] {
    let rows = try await scan(file) { ($0.number(0), try row($0)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Rows by the number in their first column, which several share.
  func group<Row: Sendable>(
    _ file: [UInt8], _ row: @Sendable (borrowing RowReader) throws -> Row
  ) async throws -> [UInt32: [Row]] {
    let rows = try await scan(file) { ($0.number(0), try row($0)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
