import PostgreSQLEngine
import SchemagateModel
import Testing

/// Reads a database again and again, each time from the state before.
struct SuccessiveReading {
  let connection: PostgreSQLConnection
  let reader: CatalogueReader
  var state: CatalogueState

  init(_ connection: PostgreSQLConnection) async throws {
    self.connection = connection
    reader = CatalogueReader(version: try await IntrospectionServer.version(connection))
    state = try await reader.state(of: connection, after: nil)
  }

  mutating func expectTheSame(after text: String) async throws {
    state = try await reader.state(of: connection, after: state)
    let whole = try await reader.read(connection)
    #expect(BuiltSchema.difference(state.schema, whole) == [], "after \(text)")
    #expect(state.schema == whole)
    #expect(state.schema.objects.map(\.serverIdentity) == whole.objects.map(\.serverIdentity))
    #expect(try await reader.notCompared(connection, in: state) == whole.notCompared)
  }
}
