import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("what a change means")
struct ConsequenceTests {
  private func altered(_ kind: ObjectKind, _ attribute: Attribute, _ base: Value?, _ head: Value?) -> Consequence? {
    let identity = ObjectIdentity.inPublic(kind, "thing")
    let (old, new) = ([attribute: base].compactMapValues { $0 }, [attribute: head].compactMapValues { $0 })
    return SchemaDiff.changes(
      from: .of([.object(identity, old)]), to: .of([.object(identity, new)]), matchingServerIdentity: false
    ).first?.consequence
  }

  private func added(_ object: SchemaObject) -> Consequence? {
    SchemaDiff.changes(from: .of([]), to: .of([object]), matchingServerIdentity: false).first?.consequence
  }

  @Test("the table answers for every kind and verb")
  func coversEverything() {
    for kind in ObjectKind.allCases {
      let verbs = ConsequenceTable.rows.filter { $0.kind == kind && $0.attribute == nil }.map(\.verb)
      #expect(Set(verbs) == [.add, .drop, .alter, .rename])
    }
  }

  @Test(
    "types",
    arguments: [
      ("integer", "bigint", Consequence.breaksUse), ("bigint", "integer", .losesData),
      ("character varying(5)", "character varying(20)", .breaksUse),
      ("varchar(20)", "character varying(5)", .losesData),
      ("varchar(20)", "text", .breaksUse), ("text", "integer", .losesData),
      ("numeric(10,2)", "numeric(12,2)", .breaksUse),
      ("numeric(10,2)", "numeric(10,4)", .losesData), ("numeric", "numeric(10,2)", .losesData),
      ("timestamp with time zone", "date", .losesData), ("date", "timestamp without time zone", .breaksUse),
      ("text", "varchar(10)", .losesData), ("integer", "numeric(5,2)", .losesData),
      ("integer", "numeric(12,2)", .breaksUse),
      ("text[]", "text", .breaksUse), ("text", "text[]", .losesData), ("mood", "text", .breaksUse),
      ("integer", "real", .losesData),
      ("int(11)", "bigint(20)", .breaksUse), ("bigint(20)", "int(11)", .losesData),
      ("int(11)", "int(10) unsigned", .losesData), ("int(10) unsigned", "int(11)", .losesData),
      ("int(10) unsigned", "bigint(20)", .breaksUse), ("tinyint(1)", "int(11)", .breaksUse),
      ("mediumint(9)", "smallint(6)", .losesData), ("int(11)", "int(4)", .breaksUse),
      ("tinytext", "text", .breaksUse), ("longtext", "text", .losesData), ("mediumtext", "varchar(255)", .losesData),
      ("varchar(255)", "mediumtext", .breaksUse), ("varchar(255)", "tinytext", .losesData),
      ("longblob", "blob", .losesData), ("enum('a','b')", "enum('a','b','c')", .breaksUse),
      ("enum('a','b')", "enum('a')", .losesData), ("enum('a','it''s')", "varchar(4)", .breaksUse),
      ("enum('a','b')", "text", .breaksUse), ("set('a','b')", "varchar(2)", .losesData),
      ("datetime(6)", "datetime", .losesData), ("datetime", "datetime(3)", .breaksUse),
      ("datetime", "timestamp", .losesData), ("decimal(10,2)", "decimal(8,2)", .losesData),
      ("double", "float", .losesData), ("bit(8)", "bit(4)", .losesData),
    ])
  func types(base: String, head: String, expected: Consequence) {
    #expect(altered(.column, .type, .text(base), .text(head)) == expected)
  }

  @Test("rights, which go by the entries of a set")
  func grants() {
    let (few, many) = (Value.set(of: ["app=SELECT"]), Value.set(of: ["app=SELECT", "anon=SELECT"]))
    #expect(altered(.table, .grants, few, many) == .widensAccess)
    #expect(altered(.table, .grants, many, few) == .losesAccess)
    #expect(altered(.table, .grants, nil, few) == .widensAccess)
    #expect(altered(.table, .grants, few, .set(of: ["anon=SELECT"])) == .losesAccess)
    #expect(altered(.table, .owner, .text("a"), .text("b")) == .losesAccess)
    #expect(added(.object(.inPublic(.table, "t"), [.grants: .set(of: ["PUBLIC=SELECT"])])) == .widensAccess)
    #expect(added(.object(.inPublic(.table, "t"), [.grants: .set(of: ["app=SELECT"])])) == .harmless)
    #expect(added(.object(.inPublic(.function, "f()"), [.grants: .set(of: ["PUBLIC=EXECUTE"])])) == .harmless)
  }

  @Test("row security, views and routines that lend rights")
  func protection() {
    #expect(altered(.table, .rowSecurity, .flag(true), .flag(false)) == .widensAccess)
    #expect(altered(.table, .forcedRowSecurity, .flag(true), .flag(false)) == .widensAccess)
    #expect(altered(.policy, .using, .sql("(a)"), .sql("(b)")) == .widensAccess)
    #expect(altered(.view, .options, .set(of: ["security_invoker=true"]), .set(of: [])) == .widensAccess)
    #expect(altered(.view, .options, .set(of: []), .set(of: ["security_invoker=true"])) == .harmless)
    #expect(altered(.function, .securityDefiner, .flag(false), .flag(true)) == .widensAccess)
    let guarded: [Attribute: Value] = [.securityDefiner: .flag(true), .settings: .set(of: ["search_path=pg_catalog"])]
    #expect(added(.object(.inPublic(.function, "f()"), guarded)) == .harmless)
    #expect(added(.object(.inPublic(.function, "f()"), [.securityDefiner: .flag(true)])) == .widensAccess)
  }

  @Test("columns, labels, sequences and defaults")
  func columns() {
    #expect(altered(.column, .nullable, .flag(true), .flag(false)) == .breaksUse)
    #expect(altered(.column, .nullable, .flag(false), .flag(true)) == .harmless)
    #expect(altered(.column, .default, .sql("1"), nil) == .breaksUse)
    #expect(altered(.column, .default, nil, .sql("1")) == .harmless)
    #expect(altered(.enumType, .labels, .list(["a", "b"]), .list(["a"])) == .losesData)
    #expect(altered(.enumType, .labels, .list(["a", "b"]), .list(["a", "x", "b"])) == .harmless)
    #expect(altered(.sequence, .start, .integer(100), .integer(1)) == .losesData)
    #expect(added(.column("t", "c", nullable: false)) == .breaksUse)
    #expect(added(.column("t", "c", nullable: false, [.default: .sql("0")])) == .harmless)
  }

  @Test("a constraint breaks writers where the table stood before, and nobody where it is new")
  func constraints() {
    let check = SchemaObject.object(
      .inTable(.checkConstraint, "positive", "orders"), [.definition: .sql("CHECK (a > 0)")])
    let orders = SchemaObject.table("orders", ["id"])
    let onOld = SchemaDiff.changes(from: .of(orders), to: .of(orders + [check]), matchingServerIdentity: false)
    let onNew = SchemaDiff.changes(from: .of([]), to: .of(orders + [check]), matchingServerIdentity: false)
    #expect(onOld.map(\.consequence) == [.breaksUse])
    #expect(Set(onNew.map(\.consequence)) == [.harmless])
  }

  @Test("what disappears")
  func drops() {
    func dropped(_ object: SchemaObject) -> Consequence? {
      SchemaDiff.changes(from: .of([object]), to: .of([]), matchingServerIdentity: false).first?.consequence
    }
    #expect(dropped(.column("t", "c")) == .losesData)
    #expect(dropped(.column("t", "c", [.generated: .sql("(a + b)")])) == .breaksUse)
    #expect(dropped(.object(.inPublic(.view, "v"))) == .breaksUse)
    #expect(dropped(.index("i", on: "t", columns: "c")) == .harmless)
    #expect(dropped(.index("i", on: "t", columns: "c", unique: true)) == .breaksUse)
  }
}
