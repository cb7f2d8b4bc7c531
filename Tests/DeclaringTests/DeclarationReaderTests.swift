import Declaring
import SchemagateModel
import Testing

@Suite("reading declarations")
struct DeclarationReaderTests {
  private func target(_ engine: EngineKind = .postgresql) -> TargetDefinition {
    TargetDefinition(name: "shop", engine: engine, migrations: ["db"], tool: ToolSettings(name: "dbmate"))
  }

  private func read(
    _ text: String, path: String = "db/1.sql", body: MigrationScript.Body = .sql([]), hasDown: Bool = false,
    sidecars: [String: String] = [:]
  ) -> DeclarationSet {
    let script = MigrationScript(path: path, body: body, transaction: .file, contentID: "x")
    let migration = Migration(id: "1", name: "", path: path, up: script, down: hasDown ? script : nil)
    let files = sidecars.merging([path: text]) { $1 }.mapValues {
      FileTree.File(contents: Array($0.utf8), contentID: "")
    }
    return DeclarationReader.read(
      pending: [migration], history: MigrationHistory(migrations: [migration]), files: FileTree(files: files),
      target: target())
  }

  private func expected(_ line: String) -> ExpectedChange? {
    let set = read("-- schemagate: \(line)")
    guard case .expect(let change)? = set.declarations.first?.clause else { return nil }
    return change
  }

  @Test("a whole line, with its place and its reason")
  func readsWholeLine() throws {
    let set = read(
      "CREATE TABLE t ();\n  -- schemagate: expect drop column users.phone because SHOP-12: unused, (see (a)\n")
    let declaration = try #require(set.declarations.first)
    #expect(set.problems == [])
    #expect(declaration.location == SourceLocation(path: "db/1.sql", line: 2, column: 3))
    #expect(declaration.text == "schemagate: expect drop column users.phone because SHOP-12: unused, (see (a)")
    #expect(declaration.because == "SHOP-12: unused, (see (a)")
    #expect(
      declaration.clause
        == .expect(ExpectedChange(verb: .drop, kind: .column, name: NamePattern(parts: ["users", "phone"]))))
  }

  @Test("every kind of object", arguments: ObjectKind.allCases)
  func readsEveryKind(kind: ObjectKind) {
    let change = expected("expect add \(kind.rawValue) shop.thing\(kind.livesInTable ? " on orders" : "")")
    #expect(change?.kind == kind)
    #expect(change?.table == (kind.livesInTable ? NamePattern(parts: ["orders"]) : nil))
  }

  @Test("details with commas in parentheses and quotes, and with arrows")
  func readsDetails() {
    let change = expected(
      "expect alter column t.c (type varchar(5) -> numeric(10, 2), default 'a, b -> c', row security)")
    #expect(
      change?.details == [
        .init(attribute: .type, base: "varchar(5)", head: "numeric(10, 2)"),
        .init(attribute: .default, base: nil, head: "'a, b -> c'"),
        .init(attribute: .rowSecurity, base: nil, head: nil),
      ])
    #expect(
      expected("expect alter column t.c (default 0 ->)")?.details == [.init(attribute: .default, base: "0", head: nil)])
  }

  @Test("quoted parts, wildcards, and the arguments of routines")
  func readsNames() {
    #expect(expected("expect drop table \"My \"\"odd\"\" shop\".\"a.b\"")?.name.parts == ["My \"odd\" shop", "a.b"])
    #expect(expected("expect drop table audit_*")?.name.parts == ["audit_*"])
    #expect(
      expected("expect drop function shop.f(integer,numeric(10,2))")?.name.parts == [
        "shop", "f(integer, numeric(10,2))",
      ])
    #expect(expected("expect drop function f")?.name.parts == ["f(*)"])
    #expect(expected("expect alter function f() (volatility)")?.details.count == 1)
    #expect(expected("EXPECT Rename Column t.a to b")?.newName?.parts == ["b"])
  }

  @Test(
    "names that hold signs, blanks and parentheses, in quotes",
    arguments: [
      ("operator public.\"===(integer, integer)\"", ["public", "===(integer, integer)"]),
      ("operator \"@+(NONE, integer)\"", ["@+(NONE, integer)"]),
      ("operator class public.\"my_ops(btree)\"", ["public", "my_ops(btree)"]),
      ("operator family public.\"my_ops(btree)\"", ["public", "my_ops(btree)"]),
      ("cast \"integer AS public.pair\"", ["integer AS public.pair"]),
      ("transform \"hstore FOR plperl\"", ["hstore FOR plperl"]), ("collation shop.german", ["shop", "german"]),
      ("conversion shop.narrow", ["shop", "narrow"]), ("access method tree", ["tree"]), ("language plv8", ["plv8"]),
      ("text search parser shop.words", ["shop", "words"]), ("text search template shop.words", ["shop", "words"]),
      ("text search dictionary shop.words", ["shop", "words"]),
      ("text search configuration shop.words", ["shop", "words"]), ("base type shop.code", ["shop", "code"]),
      ("statistics shop.both_columns", ["shop", "both_columns"]),
    ])
  func readsBuildingBlocks(words: String, name: [String]) {
    let change = expected("expect drop \(words) because unused")
    #expect(change?.name.parts == name)
    #expect(change.map { words.hasPrefix($0.kind.rawValue) } == true)
  }

  @Test("waivers and 'nothing else'")
  func readsOthers() {
    let set = read("-- schemagate: expect nothing else\n-- schemagate: allow down-missing on users because tiny")
    #expect(
      set.declarations.map(\.clause) == [
        .expectNothingElse, .allow(rule: "down-missing", on: NamePattern(parts: ["users"])),
      ])
  }

  @Test(
    "what can't be read is a problem that says why",
    arguments: [
      ("expect drop colum t.c", "did you mean 'column'?"), ("expect remove table t", "expected 'add', 'drop'"),
      ("expct drop table t", "did you mean 'expect'?"), ("expect drop table", "expected a name"),
      ("expect alter column t.c (typ text)", "did you mean 'type'?"),
      ("expect rename table a b", "'to' and the new name"),
      ("expect drop table t becuse x", "did you mean 'because'?"), ("expect drop table t because", "no reason stands"),
      ("expect drop table t because <reason>", "placeholder"), ("expect drop table t because TODO", "placeholder"),
      ("allow down-missing on users", "a waiver needs one"), ("expect drop table \"t", "not closed"),
      ("expect alter column t.c (type text", "',' or ')'"), ("", "'expect' or 'allow'"),
    ])
  func reportsProblems(line: String, words: String) {
    let set = read("-- schemagate: \(line)")
    #expect(set.declarations == [])
    #expect(set.problems.count == 1)
    #expect(set.problems.first?.what.contains(words) == true)
    #expect(set.problems.first?.location.line == 1)
  }

  @Test("only comments count, and only those that speak to schemagate")
  func looksAtCommentsOnly() {
    let text = "-- schemagated: no\n-- see schemagate: docs\nSELECT '\n-- schemagate: expect drop table t';"
    #expect(read(text) == DeclarationSet())
    #expect(read("-- schemagate expect drop table t").problems.first?.what.contains("colon") == true)
  }

  @Test("a declaration in the down part is a problem")
  func refusesDownPart() {
    let set = read(
      "-- migrate:up\n-- schemagate: expect nothing else\nSELECT 1;\n-- migrate:down\n-- schemagate: expect nothing else\n",
      hasDown: true)
    #expect(set.declarations.count == 1)
    #expect(set.problems.map(\.location.line) == [5])
  }

  @Test("program files speak in their own comments")
  func readsPrograms() {
    let go = read(
      "package x\n// schemagate: expect drop table t because old\n", path: "db/1.go", body: .program(language: "Go"))
    #expect(go.declarations.map(\.location.line) == [2])
    let python = read("# schemagate: expect nothing else\n", path: "db/1.py", body: .program(language: "Python"))
    #expect(python.declarations.count == 1)
  }

  @Test("sidecars hold the same lines")
  func readsSidecars() {
    let yaml =
      "expect:\n  - drop column users.phone because unused\n  - drop colum x\nallow:\n  - down-missing because generated\n"
    let set = read("SELECT 1;", sidecars: ["schemagate/shop/1.yml": yaml, "schemagate/shop/12.yml": "expect: []"])
    #expect(set.declarations.map(\.location.line) == [2, 5])
    #expect(set.declarations.first?.text == "schemagate: expect drop column users.phone because unused")
    #expect(set.problems.map(\.location.path) == ["schemagate/shop/1.yml", "schemagate/shop/12.yml"])
    #expect(set.problems.first?.location.line == 3)
  }

  @Test("a sidecar with another shape is a problem")
  func refusesOtherShapes() {
    for yaml in ["expct: []", "expect: drop table t", "- a", "expect: [", "expect:\n  - {a: b}"] {
      #expect(read("", sidecars: ["schemagate/shop/1.yml": yaml]).problems.count == 1, "\(yaml)")
    }
  }
}
