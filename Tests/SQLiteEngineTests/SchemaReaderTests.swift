import SchemaDiffing
import SchemagateModel
import Testing

/// One after the other: all at once, they would hold more files open than many machines allow a program.
@Suite("SQLite schemas compared with the sqlite3 program", .serialized)
struct SchemaReaderTests {
  @Test("there are cases to compare")
  func casesAreFound() {
    #expect(SchemaCase.all.count { !$0.isSame } >= 60)
    #expect(SchemaCase.all.count(where: \.isSame) >= 15)
  }

  @Test("are equal exactly when the structure is", arguments: SchemaCase.all)
  func equalExactlyWhenSame(_ pair: SchemaCase) async throws {
    let (before, after) = (try pair.script("before.sql"), try pair.script("after.sql"))
    let (old, new) = (try Oracle(script: before), try Oracle(script: after))
    #expect(pair.isSame ? before != after : old.text != new.text)
    if pair.isSame { #expect(old.structure == new.structure) }
    let (ours, theirs) = (try await schema(of: before), try await schema(of: after))
    let changes = SchemaDiff.changes(from: ours, to: theirs, matchingServerIdentity: false)
    #expect(changes.isEmpty == pair.isSame, "\(changes)")
    #expect((ours == theirs) == changes.isEmpty)
    #expect(ours.notCompared.isEmpty && theirs.notCompared.isEmpty)
  }

  @Test("are equal to themselves, and no text is left over", arguments: SchemaCase.all)
  func readTwice(_ pair: SchemaCase) async throws {
    let script = try pair.script("after.sql")
    let first = try await schema(of: script)
    #expect(try await schema(of: script) == first)
    #expect(Set(first.objects.map(\.identity)).count == first.objects.count)
    let leftOver = first.objects.filter { $0.identity.kind == .table && $0.attributes[.definition] != nil }
    #expect(leftOver.isEmpty)
  }
}
